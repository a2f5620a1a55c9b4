package io.github.bkerrcode.catalog;

import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogDocument.Row;
import io.github.bkerrcode.code.Category;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.NumberAnatomy;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.code.PlatformTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All known codes with their meanings and platforms. Immutable and safe for use by several threads.
 *
 * <p>Documents lie on top of each other: where two of them list the same code, only the rows of the later one count; the
 * same holds for platforms with the same number and modules with the same prefix.
 */
public final class Catalog implements KnownCodes, CodeLookup {

    /** Owner of the codes {@code -1} and {@code 0}, as of the numbers that begin with 99. */
    private static final String COMMON_PLATFORM = "common";

    private final List<CatalogDocument> documents;
    private final PlatformTable platforms;
    private final List<CatalogEntry> entries;
    private final Map<ErrorCode, List<CatalogEntry>> byCode = new HashMap<>();
    private final NumberSet numbers = new NumberSet();
    private final Map<Integer, Wording> wordings = new ConcurrentHashMap<>();
    private final SymbolTable symbols;
    private final List<String> families;
    private final Beginnings beginnings;

    private Catalog(List<CatalogDocument> documents) {
        this.documents = List.copyOf(documents);
        this.platforms = platformTable(documents);
        this.entries = entries(documents);
        List<String> names = new ArrayList<>();
        for (CatalogEntry entry : entries) {
            ErrorCode code = entry.code();
            List<CatalogEntry> rows = byCode.get(code);
            if (rows != null) {
                List<CatalogEntry> more = new ArrayList<>(rows);
                more.add(entry);
                byCode.put(code, more);
                continue;
            }
            byCode.put(code, List.of(entry));
            if (code.kind() == ErrorCode.Kind.NUMERIC) {
                numbers.add(code);
            } else if (code.kind() == ErrorCode.Kind.SYMBOLIC) {
                names.add(code.token());
            }
        }
        this.symbols = new SymbolTable(names);
        this.families = families(documents);
        this.beginnings = beginnings();
    }

    private Beginnings beginnings() {
        Beginnings all = new Beginnings();
        for (ErrorCode code : byCode.keySet()) {
            if (code.kind() != ErrorCode.Kind.COMMON) {
                all.add(code.token());
            }
        }
        for (String family : families) {
            all.add(family);
        }
        for (char tens = '0'; tens <= '9'; tens++) {
            for (char ones = '0'; ones <= '9'; ones++) {
                if (isAssigned((tens - '0') * 10 + ones - '0')) {
                    all.add(tens, ones);
                }
            }
        }
        return all;
    }

    private static List<String> families(List<CatalogDocument> documents) {
        Set<String> families = new LinkedHashSet<>();
        for (CatalogDocument document : documents) {
            families.addAll(document.families());
        }
        return List.copyOf(families);
    }

    /** Returns the catalog of the BlueKing documents that come with the library. */
    public static Catalog builtIn() {
        return BuiltInDocuments.CATALOG;
    }

    /**
     * Creates a catalog of documents alone, the later on top of the earlier.
     *
     * @throws IllegalArgumentException if the codes of a document belong to a platform that no document defines
     */
    public static Catalog of(List<CatalogDocument> documents) {
        return new Catalog(documents);
    }

    /**
     * Returns a catalog with further documents on top of this one's.
     *
     * @throws IllegalArgumentException if the codes of a document belong to a platform that no document defines
     */
    public Catalog with(List<CatalogDocument> further) {
        List<CatalogDocument> all = new ArrayList<>(documents);
        all.addAll(further);
        return new Catalog(all);
    }

    /** Returns the documents, the later on top of the earlier. */
    public List<CatalogDocument> documents() {
        return documents;
    }

    /**
     * Returns all that can be seen of the documents as one document, of which a catalog can be made that differs from this one only in the
     * place its rows were read from.
     *
     * @param id the new document's short name
     * @throws IllegalArgumentException if symbolic codes have more than one owner, since a document names only one
     */
    public CatalogDocument asOneDocument(String id) {
        return MergedDocument.of(documents, entries, id);
    }

    /** Returns all rows in the order of their documents; a code with two meanings stands twice. */
    public List<CatalogEntry> entries() {
        return entries;
    }

    /** Returns the rows of one code; empty if it is not listed. */
    public List<CatalogEntry> entriesOf(ErrorCode code) {
        return Collections.unmodifiableList(byCode.getOrDefault(code, List.of()));
    }

    /** Says whether documents of a user lie on top of those that come with the library. */
    public boolean isLayered() {
        boolean builtIn = false;
        boolean added = false;
        for (CatalogDocument document : documents) {
            builtIn |= document.file() == null;
            added |= document.file() != null;
        }
        return builtIn && added;
    }

    /** Returns the platforms and the numbering scheme. */
    public PlatformTable platforms() {
        return platforms;
    }

    @Override
    public boolean isListed(int number) {
        return numbers.contains(number);
    }

    @Override
    public boolean isListed(CharSequence text, int start, int end) {
        return symbols.contains(text, start, end);
    }

    @Override
    public boolean isAssigned(int prefix) {
        return platforms.byNumber(prefix) != null;
    }

    @Override
    public boolean mayBegin(char first, char second) {
        return beginnings.contains(first, second);
    }

    @Override
    public boolean isFamilyMember(CharSequence text, int start, int end) {
        for (int i = 0; i < families.size(); i++) {
            if (isMember(families.get(i), text, start, end)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean describes(int number, CharSequence text) {
        return isListed(number)
                && wordings.computeIfAbsent(number, n -> Wording.of(entriesOf(ErrorCode.numeric(n))))
                        .isIn(text);
    }

    private static boolean isMember(String family, CharSequence text, int start, int end) {
        return end - start > family.length() && startsWith(text, start, family) && text.charAt(end - 1) != '_';
    }

    private static boolean startsWith(CharSequence text, int start, String beginning) {
        for (int i = 0; i < beginning.length(); i++) {
            if (text.charAt(start + i) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Resolves without remembering; {@link CachingLookup} remembers. */
    @Override
    public Resolution resolve(String token) {
        Optional<ErrorCode> parsed = ErrorCode.parse(token);
        if (parsed.isEmpty()) {
            return new Resolution.Unknown(token);
        }
        ErrorCode code = parsed.get();
        NumberAnatomy anatomy = NumberAnatomy.of(code, platforms);
        List<CatalogEntry> rows = entriesOf(code);
        if (!rows.isEmpty()) {
            Platform platform = rows.get(0).platform();
            return new Resolution.Listed(code, platform, anatomy, rows);
        }
        Platform owner = ownerOfUnlisted(code, anatomy);
        return owner == null ? new Resolution.Unknown(token) : new Resolution.Unlisted(code, owner, anatomy);
    }

    private @Nullable Platform ownerOfUnlisted(ErrorCode code, @Nullable NumberAnatomy anatomy) {
        if (anatomy != null) {
            return anatomy.platform();
        }
        for (CatalogDocument document : documents) {
            String owner = document.symbolPlatform();
            if (owner != null && hasFamilyOf(document, code)) {
                return platforms.byId(owner);
            }
        }
        return null;
    }

    private static boolean hasFamilyOf(CatalogDocument document, ErrorCode code) {
        for (String family : document.families()) {
            if (isMember(family, code.token(), 0, code.token().length())) {
                return true;
            }
        }
        return false;
    }

    /** The platforms of a catalog with documents on top, whether their codes have owners or not. */
    static PlatformTable platformsOf(Catalog catalog, List<CatalogDocument> further) {
        List<CatalogDocument> all = new ArrayList<>(catalog.documents);
        all.addAll(further);
        return platformTable(all);
    }

    private static PlatformTable platformTable(List<CatalogDocument> documents) {
        List<Category> categories = new ArrayList<>();
        List<CodeModule> modules = new ArrayList<>();
        for (CatalogDocument document : documents) {
            categories.addAll(document.categories());
            modules.addAll(document.modules());
        }
        List<Platform> platforms = new ArrayList<>();
        for (CatalogDocument document : documents) {
            for (String removed : document.removals().platforms()) {
                remove(removed, platforms);
            }
            for (PlatformRow row : document.platforms()) {
                String id = row.id();
                if (id != null) {
                    platforms.add(platform(id, row, categories));
                }
            }
        }
        return new PlatformTable(platforms, categories, modules);
    }

    private static void remove(String removed, List<Platform> platforms) {
        for (int i = platforms.size() - 1; i >= 0; i--) {
            if (isCalled(removed, platforms.get(i))) {
                platforms.remove(i);
            }
        }
    }

    /** Says whether a platform has this id, or this number of two digits. */
    private static boolean isCalled(String name, Platform platform) {
        Integer number = platform.number();
        return platform.id().equals(name) || number != null && isNumber(name) && Integer.parseInt(name) == number;
    }

    private static boolean isNumber(String name) {
        return name.length() == 2 && Character.isDigit(name.charAt(0)) && Character.isDigit(name.charAt(1));
    }

    private static Platform platform(String id, PlatformRow row, List<Category> categories) {
        LocalizedText name = row.name() == null ? LocalizedText.same(id) : row.name();
        return new Platform(id, row.number(), name, categoryOf(row.number(), categories));
    }

    private static @Nullable Category categoryOf(@Nullable Integer number, List<Category> categories) {
        return number == null ? null : PlatformTable.categoryOf(number, categories);
    }

    private List<CatalogEntry> entries(List<CatalogDocument> layers) {
        Map<ErrorCode, Integer> topLayer = new HashMap<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            CatalogDocument document = layers.get(layer);
            if (!document.removals().platforms().isEmpty()) {
                forget(layers.subList(0, layer), document.removals().platforms(), topLayer);
            }
            for (Row row : document.rows()) {
                topLayer.put(row.code(), layer);
            }
            for (ErrorCode removed : document.removals().codes()) {
                topLayer.remove(removed);
            }
        }
        List<CatalogEntry> visible = new ArrayList<>(topLayer.size());
        for (int layer = 0; layer < layers.size(); layer++) {
            for (Row row : layers.get(layer).rows()) {
                if (Objects.equals(topLayer.get(row.code()), layer)) {
                    visible.add(entry(layers.get(layer), row));
                }
            }
        }
        return List.copyOf(visible);
    }

    /** Takes away the codes that belong to platforms which are no more in the documents above these. */
    private static void forget(List<CatalogDocument> below, Set<String> removed, Map<ErrorCode, Integer> topLayer) {
        Set<Integer> numbers = new HashSet<>();
        for (Platform platform : platformTable(below).platforms()) {
            for (String name : removed) {
                if (platform.number() != null && isCalled(name, platform)) {
                    numbers.add(platform.number());
                }
            }
        }
        for (CatalogDocument document : below) {
            boolean names = removed.contains(String.valueOf(document.symbolPlatform()));
            for (Row row : document.rows()) {
                boolean goes = row.code().kind() == ErrorCode.Kind.SYMBOLIC
                        ? names
                        : row.code().kind() == ErrorCode.Kind.NUMERIC
                                && numbers.contains(row.code().prefix());
                if (goes) {
                    topLayer.remove(row.code());
                }
            }
        }
    }

    private CatalogEntry entry(CatalogDocument document, Row row) {
        return new CatalogEntry(
                row.code(),
                ownerOf(row.code(), document),
                row.document() == null ? document.id() : row.document(),
                row.section(),
                row.flag(),
                row.meaning(),
                row.remediation(),
                row.httpStatus(),
                row.source(),
                row.target(),
                row.derivedSource(),
                row.derivedTarget(),
                document.file() == null ? Origin.BUILT_IN : new Origin(document.file(), row.line()));
    }

    private Platform ownerOf(ErrorCode code, CatalogDocument document) {
        Platform owner = switch (code.kind()) {
            case NUMERIC -> platforms.byNumber(code.prefix());
            case COMMON -> platforms.byId(COMMON_PLATFORM);
            case SYMBOLIC -> platforms.byId(String.valueOf(document.symbolPlatform()));
        };
        if (owner != null) {
            return owner;
        }
        if (code.kind() == ErrorCode.Kind.SYMBOLIC) {
            throw new IllegalArgumentException("document " + document.id() + ": symbolic code " + code
                    + " has no owner; name one of the platforms with \"platform\"");
        }
        return unnamed(code);
    }

    /** The owner of a listed number whose row of the platform table has no name, as 18 has none. */
    private Platform unnamed(ErrorCode code) {
        if (code.kind() == ErrorCode.Kind.COMMON) {
            return new Platform(COMMON_PLATFORM, null, LocalizedText.same(COMMON_PLATFORM), null);
        }
        String digits = code.token().substring(0, 2);
        return new Platform(digits, code.prefix(), LocalizedText.same(digits), platforms.categoryOf(code.prefix()));
    }
}
