package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.code.PlatformTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who owns the codes: platforms that the user names, that documents name, and that need no naming. */
final class DraftPlatforms {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final int CODES_PER_PLATFORM = 100_000;

    private final PlatformTable known;
    private final List<PlatformRow> named;
    private final Map<Object, PlatformRow> found = new LinkedHashMap<>();
    private @Nullable String owner;

    DraftPlatforms(PlatformTable known, List<PlatformRow> named) {
        this.known = known;
        this.named = named;
    }

    /** Takes what a row says of a platform; false if that is not both number and id. */
    boolean take(RowTexts texts) {
        Integer number = number(texts);
        String id = texts.only(Field.PLATFORM_ID);
        if (number == null || id == null || !ID.matcher(id).matches()) {
            return false;
        }
        found.putIfAbsent(number, new PlatformRow(number, id, name(texts)));
        return true;
    }

    /** Takes a platform that a document defines. */
    void take(PlatformRow platform) {
        Object key = platform.number() == null ? platform.id() : platform.number();
        if (key != null) {
            found.putIfAbsent(key, platform);
        }
    }

    private static @Nullable Integer number(RowTexts texts) {
        String text = texts.only(Field.PLATFORM_NUMBER);
        return text != null && NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
    }

    private static @Nullable LocalizedText name(RowTexts texts) {
        String name = texts.only(Field.PLATFORM_NAME);
        return name == null ? null : CellText.name(name);
    }

    /** Takes the owner of symbolic codes, as the first row or document that has one says it. */
    void owner(String id) {
        if (owner == null) {
            owner = id;
        }
    }

    /** Returns who owns symbolic codes: whom the user names first, else whom a document names; null if nobody does. */
    @Nullable
    String ownerOfNames() {
        return named.isEmpty() ? owner : named.get(0).id();
    }

    /** Returns the code that five digits stand for: those of the row's platform, else of the first that the user names. */
    @Nullable
    ErrorCode completed(String serial, RowTexts texts) {
        Integer number = number(texts);
        if (number == null && !named.isEmpty()) {
            number = named.get(0).number();
        }
        return number == null ? null : ErrorCode.numeric(number * CODES_PER_PLATFORM + Integer.parseInt(serial));
    }

    /** Says whether a platform has the number. */
    boolean isAssigned(int number) {
        return known.byNumber(number) != null
                || found.containsKey(number)
                || named.stream().anyMatch(platform -> Objects.equals(platform.number(), number));
    }

    /**
     * Returns the platforms to define.
     *
     * @param owner id of the owner of symbolic codes, or null if there are none
     */
    List<PlatformRow> all(@Nullable String owner) {
        Map<Object, PlatformRow> all = new LinkedHashMap<>(found);
        for (PlatformRow platform : named) {
            if (platform.number() != null || Objects.equals(platform.id(), owner)) {
                all.put(platform.number() == null ? String.valueOf(platform.id()) : platform.number(), platform);
            }
        }
        if (owner != null && all.values().stream().noneMatch(platform -> owner.equals(platform.id()))) {
            all.put(owner, new PlatformRow(null, owner, null));
        }
        List<PlatformRow> complete = new ArrayList<>();
        all.values().forEach(platform -> complete.add(asKnown(platform)));
        return complete;
    }

    /** What the catalog says of the same platform is said again, translations included, so that nothing gets lost on top of it. */
    private PlatformRow asKnown(PlatformRow platform) {
        Platform same = platform.id() == null ? null : known.byId(platform.id());
        if (same == null || platform.number() != null && !platform.number().equals(same.number())) {
            return platform;
        }
        LocalizedText name = platform.name();
        if (name != null && !name.in(Language.ZH).equals(same.name().in(Language.ZH))) {
            return platform;
        }
        return new PlatformRow(same.number(), same.id(), same.name());
    }
}
