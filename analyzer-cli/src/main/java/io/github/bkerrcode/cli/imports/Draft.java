package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.CodeModule;
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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A catalog document in the making. Rows of several files about one code become one entry where they agree, so that translations come
 * together; where they do not, the first one stands and the other is reported.
 */
final class Draft implements RowSink {

    private static final Pattern MODULE_NUMBER = Pattern.compile("(?<![0-9])[0-9]{3,6}(?![0-9])");
    private static final Pattern HTTP_STATUS = Pattern.compile("(?<![0-9])[1-5][0-9]{2}(?![0-9])");
    private static final Pattern FLAG = Pattern.compile("E([0-9]{7})_[A-Z0-9_]+");

    private final PlatformTable known;
    private final List<PlatformNames> named;
    private final ImportReport report = new ImportReport();
    private final Map<ErrorCode, List<DraftEntry>> entries = new LinkedHashMap<>();
    private final Map<Object, PlatformNames> platforms = new LinkedHashMap<>();
    private final Map<String, CodeModule> modules = new TreeMap<>();
    private final Map<String, List<ErrorCode>> codesOfSection = new LinkedHashMap<>();
    private final List<FoundRow> runbooks = new ArrayList<>();
    private @Nullable String ownerOfNames;
    private @Nullable String title;
    private SourceText source = new SourceText("", "", "", null);

    /**
     * Creates a draft without entries.
     *
     * @param known platforms that need not be defined
     * @param named platforms the user names; the first owns symbolic codes, and numbers of five digits if it has a number
     */
    Draft(PlatformTable known, List<PlatformNames> named) {
        this.known = known;
        this.named = named;
    }

    ImportReport report() {
        return report;
    }

    /** Takes all rows of a file. A file that cannot be read whole is reported; what came before the flaw counts. */
    void read(SourceText text, TableReader reader) {
        source = text;
        int rows = report.rows();
        int used = report.used();
        try {
            reader.read(text, this);
        } catch (ImportException e) {
            report.lost(e.place(), String.valueOf(e.getMessage()));
        }
        runbooks.forEach(this::attach);
        runbooks.clear();
        report.fileRead(text.file(), rows, used);
    }

    @Override
    public void title(String text) {
        if (title == null) {
            title = text;
        }
    }

    @Override
    public void module(String prefix, String name, @Nullable String system) {
        modules.putIfAbsent(prefix, new CodeModule(prefix, PlatformNames.named(name), system));
    }

    @Override
    public void platform(FoundRow row) {
        RowTexts texts = new RowTexts(row, source.language());
        String id = texts.only(Field.PLATFORM_ID);
        if (!takePlatform(texts) && id != null) {
            platforms.putIfAbsent(id, new PlatformNames(null, id, platformName(texts)));
        }
    }

    @Override
    public void owner(String id) {
        if (ownerOfNames == null) {
            ownerOfNames = id;
        }
    }

    @Override
    public void remark(Place place, String reason) {
        report.remark(place, reason);
    }

    @Override
    public void skipped(Place place, String reason) {
        report.skipped(place, reason);
    }

    @Override
    public void lost(Place place, String reason) {
        report.lost(place, reason);
    }

    @Override
    public void row(FoundRow row) {
        report.rowRead();
        RowTexts texts = new RowTexts(row, source.language());
        boolean platform = takePlatform(texts);
        CodeCell cell = row.code();
        String problem = cell.problem();
        if (problem != null) {
            report.lost(row.place(), problem);
        } else if (cell.module() != null) {
            takeModule(cell.module(), row, texts);
        } else if (cell.codes().isEmpty() && cell.serial() == null) {
            if (!platform) {
                report.skipped(row.place(), "has no code");
            }
        } else {
            takeCodes(row, texts, platform);
        }
    }

    private void takeModule(String prefix, FoundRow row, RowTexts texts) {
        List<LocalizedText> name = texts.meaning().paragraphs();
        if (name == null) {
            report.skipped(row.place(), "has no meaning");
        } else {
            modules.putIfAbsent(prefix, new CodeModule(prefix, name.get(0), texts.only(Field.TARGET)));
            report.entryMade();
        }
    }

    private void takeCodes(FoundRow row, RowTexts texts, boolean platform) {
        DraftText meaning = texts.meaning();
        List<ErrorCode> codes = row.code().codes();
        if (codes.isEmpty()) {
            ErrorCode completed = completed(String.valueOf(row.code().serial()), texts);
            if (completed == null) {
                if (meaning.isEmpty()) {
                    report.skipped(row.place(), "has neither meaning nor platform");
                } else {
                    report.lost(
                            row.place(),
                            "[" + row.code().serial()
                                    + "] lacks the two digits of its platform; name it with --platform" + " NUMBER:ID");
                }
                return;
            }
            codes = List.of(completed);
        }
        if (meaning.isEmpty()) {
            if (!platform) {
                report.skipped(row.place(), codes.get(0) + " has no meaning");
            }
            return;
        }
        for (ErrorCode code : codes) {
            add(entry(code, row, texts, meaning));
        }
    }

    private @Nullable ErrorCode completed(String serial, RowTexts texts) {
        Integer number = platformNumber(texts);
        if (number == null && !named.isEmpty()) {
            number = named.get(0).number();
        }
        return number == null ? null : ErrorCode.numeric(number * 100_000 + Integer.parseInt(serial));
    }

    private static @Nullable Integer platformNumber(RowTexts texts) {
        String text = texts.only(Field.PLATFORM_NUMBER);
        return text != null && text.matches("[0-9]{1,2}") ? Integer.valueOf(text) : null;
    }

    private DraftEntry entry(ErrorCode code, FoundRow row, RowTexts texts, DraftText meaning) {
        if (row.section() != null) {
            codesOfSection
                    .computeIfAbsent(source.file() + "\n" + row.section(), key -> new ArrayList<>())
                    .add(code);
        }
        String owner = texts.only(Field.PLATFORM_ID);
        if (code.kind() == ErrorCode.Kind.SYMBOLIC && owner != null) {
            owner(owner);
        }
        String document = texts.only(Field.DOCUMENT);
        return new DraftEntry(
                code,
                row.place(),
                document == null ? source.document() : document,
                row.code().isRange(),
                flag(code, row, texts),
                row.section() == null ? texts.only(Field.SECTION) : row.section(),
                status(texts),
                texts.only(Field.SOURCE),
                texts.only(Field.TARGET),
                meaning,
                texts.remediation());
    }

    private static @Nullable String flag(ErrorCode code, FoundRow row, RowTexts texts) {
        String flag =
                row.code().flag() == null ? texts.only(Field.FLAG) : row.code().flag();
        Matcher matcher = FLAG.matcher(String.valueOf(flag));
        return matcher.matches() && matcher.group(1).equals(code.token()) ? flag : null;
    }

    private static @Nullable Integer status(RowTexts texts) {
        String text = texts.only(Field.HTTP_STATUS);
        Matcher digits = HTTP_STATUS.matcher(String.valueOf(text));
        return digits.find() ? Integer.valueOf(digits.group()) : null;
    }

    private boolean takePlatform(RowTexts texts) {
        Integer number = platformNumber(texts);
        String id = texts.only(Field.PLATFORM_ID);
        if (number == null || id == null || !id.matches("[A-Za-z0-9_.-]+")) {
            return false;
        }
        platforms.putIfAbsent(number, new PlatformNames(number, id, platformName(texts)));
        return true;
    }

    private static @Nullable LocalizedText platformName(RowTexts texts) {
        String name = texts.only(Field.PLATFORM_NAME);
        return name == null ? null : PlatformNames.named(name);
    }

    private void add(DraftEntry entry) {
        List<DraftEntry> rows = entries.computeIfAbsent(entry.code(), code -> new ArrayList<>(1));
        for (int i = 0; i < rows.size(); i++) {
            DraftEntry earlier = rows.get(i);
            if (earlier.isOfRange() != entry.isOfRange()) {
                // A row of its own says more than a range.
                rows.set(i, earlier.isOfRange() ? entry : earlier);
                return;
            }
            if (earlier.agreesWith(entry)) {
                complete(rows, i, entry);
                return;
            }
        }
        DraftEntry first = rows.isEmpty() ? entry : rows.get(0);
        if (rows.isEmpty() || differInStatus(rows, entry)) {
            rows.add(entry);
            report.entryMade();
        } else {
            report.lost(
                    entry.place(),
                    entry.code() + " stands already at " + first.place() + ", which says something else");
        }
    }

    private void complete(List<DraftEntry> rows, int index, DraftEntry entry) {
        DraftEntry earlier = rows.get(index);
        DraftEntry complete = earlier.completedBy(entry);
        if (complete.equals(earlier)) {
            report.skipped(
                    entry.place(), entry.code() + " stands already at " + earlier.place() + " with the same text");
        } else {
            rows.set(index, complete);
            report.entryMade();
        }
    }

    private static boolean differInStatus(List<DraftEntry> rows, DraftEntry entry) {
        return entry.httpStatus() != null
                && rows.stream()
                        .allMatch(row ->
                                row.httpStatus() != null && !row.httpStatus().equals(entry.httpStatus()));
    }

    @Override
    public void runbook(FoundRow runbook) {
        runbooks.add(runbook);
    }

    /** A runbook belongs to the entry of its code; where there is none, its heading is the meaning. */
    private void attach(FoundRow runbook) {
        RowTexts texts = new RowTexts(runbook, source.language());
        for (ErrorCode code : runbook.code().codes()) {
            List<DraftEntry> rows = entries.get(code);
            if (rows == null) {
                row(runbook);
            } else {
                DraftEntry entry = rows.get(0);
                DraftText steps = texts.remediation();
                rows.set(0, entry.withRemediation(joined(entry.remediation(), steps)));
            }
        }
    }

    private static DraftText joined(DraftText a, DraftText b) {
        return new DraftText(joined(a.zh(), b.zh()), joined(a.en(), b.en()));
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return List.copyOf(all);
    }

    /** Ends the draft: says what lacks an owner, and returns what is to be written. */
    CatalogDraft finish(String id) {
        List<DraftEntry> all = new ArrayList<>();
        List<DraftEntry> ownerless = new ArrayList<>();
        String owner = named.isEmpty() ? ownerOfNames : named.get(0).id();
        Map<Integer, DraftEntry> unassigned = new TreeMap<>();
        for (List<DraftEntry> rows : entries.values()) {
            for (DraftEntry entry : rows) {
                boolean symbolic = entry.code().kind() == ErrorCode.Kind.SYMBOLIC;
                (symbolic && owner == null ? ownerless : all).add(entry);
                if (entry.code().kind() == ErrorCode.Kind.NUMERIC
                        && !isAssigned(entry.code().prefix())) {
                    unassigned.putIfAbsent(entry.code().prefix(), entry);
                }
            }
        }
        if (!ownerless.isEmpty()) {
            DraftEntry first = ownerless.get(0);
            report.lost(
                    first.place(),
                    "names such as " + first.code() + " (" + ownerless.size()
                            + " in all) have no owner and are left out; name it with --platform ID");
        }
        unassigned.forEach((number, entry) -> report.remark(
                entry.place(),
                "codes such as " + entry.code() + " begin with the number of no platform; name it with --platform "
                        + entry.code().token().substring(0, 2) + ":ID"));
        modulesOfSections();
        boolean names = all.stream().anyMatch(entry -> entry.code().kind() == ErrorCode.Kind.SYMBOLIC);
        return new CatalogDraft(
                id,
                severalDocuments(all) ? null : title,
                names ? owner : null,
                platforms(names ? owner : null),
                List.copyOf(modules.values()),
                all);
    }

    private static boolean severalDocuments(List<DraftEntry> all) {
        return all.stream().map(DraftEntry::document).distinct().count() > 1;
    }

    private boolean isAssigned(int number) {
        return known.byNumber(number) != null
                || platforms.containsKey(number)
                || named.stream().anyMatch(platform -> Objects.equals(platform.number(), number));
    }

    private List<PlatformNames> platforms(@Nullable String owner) {
        Map<Object, PlatformNames> all = new LinkedHashMap<>();
        platforms.forEach((number, platform) -> all.put(number, platform));
        for (PlatformNames platform : named) {
            if (platform.number() != null || Objects.equals(platform.id(), owner)) {
                all.put(platform.number() == null ? String.valueOf(platform.id()) : platform.number(), platform);
            }
        }
        if (owner != null && all.values().stream().noneMatch(platform -> owner.equals(platform.id()))) {
            all.put(owner, new PlatformNames(null, owner, null));
        }
        List<PlatformNames> complete = new ArrayList<>();
        all.values().forEach(platform -> complete.add(asKnown(platform)));
        return complete;
    }

    /** What the catalog says of the same platform is said again, translations included, so that nothing gets lost on top of it. */
    private PlatformNames asKnown(PlatformNames platform) {
        Platform same = platform.id() == null ? null : known.byId(platform.id());
        if (same == null || platform.number() != null && !platform.number().equals(same.number())) {
            return platform;
        }
        LocalizedText name = platform.name();
        if (name != null && !name.in(Language.ZH).equals(same.name().in(Language.ZH))) {
            return platform;
        }
        return new PlatformNames(same.number(), same.id(), same.name());
    }

    /** A heading with digits that all codes below it begin with names a part of their platform. */
    private void modulesOfSections() {
        codesOfSection.forEach((section, codes) -> {
            String heading = section.substring(section.indexOf('\n') + 1);
            Matcher number = MODULE_NUMBER.matcher(heading);
            if (number.find() && codes.stream().allMatch(code -> code.token().startsWith(number.group()))) {
                String name = Edges.strip(number.replaceFirst(" "), Edges::isNoWord);
                if (!name.isEmpty()) {
                    module(number.group(), name, null);
                }
            }
        });
    }
}
