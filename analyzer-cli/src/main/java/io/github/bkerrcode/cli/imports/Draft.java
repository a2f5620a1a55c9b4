package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogDocument;
import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.catalog.CatalogDocument.Removals;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A catalog document in the making. Rows of several files about one code become one entry where they agree, so that translations come
 * together; where they do not, the first one stands and the other is reported.
 */
final class Draft implements RowSink {

    private static final Pattern HTTP_STATUS = Pattern.compile("(?<![0-9])[1-5][0-9]{2}(?![0-9])");
    private static final Pattern FLAG = Pattern.compile("E([0-9]{7})_[A-Z0-9_]+");

    private final Catalog known;
    private final DraftPlatforms platforms;
    private final ImportReport report = new ImportReport();
    private final Map<ErrorCode, List<DraftEntry>> entries = new LinkedHashMap<>();
    private final DraftModules modules = new DraftModules();
    private final List<FoundRow> runbooks = new ArrayList<>();
    private @Nullable LocalizedText title;
    private SourceText source = new SourceText("", "", "", null);

    /**
     * Creates a draft without entries.
     *
     * @param known has platforms that need not be defined, and families of names that have an owner
     * @param named platforms the user names; the first owns symbolic codes, and numbers of five digits if it has a number
     */
    Draft(Catalog known, List<PlatformRow> named) {
        this.known = known;
        this.platforms = new DraftPlatforms(known.platforms(), named);
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
            report.lost(e.place(), e.reason());
        }
        runbooks.forEach(this::attach);
        runbooks.clear();
        report.fileRead(text.file(), rows, used);
    }

    @Override
    public void title(LocalizedText text) {
        if (title == null) {
            title = text;
        }
    }

    @Override
    public void module(CodeModule module) {
        modules.add(module);
    }

    @Override
    public void platform(PlatformRow platform) {
        platforms.take(platform);
    }

    @Override
    public void owner(String id) {
        platforms.owner(id);
    }

    @Override
    public void remark(Place place, LocalizedText reason) {
        report.remark(place, reason);
    }

    @Override
    public void skipped(Place place, LocalizedText reason) {
        report.skipped(place, reason);
    }

    @Override
    public void lost(Place place, LocalizedText reason) {
        report.lost(place, reason);
    }

    @Override
    public void row(FoundRow row) {
        report.rowRead();
        RowTexts texts = new RowTexts(row, source.language());
        boolean platform = platforms.take(texts);
        CodeCell cell = row.code();
        LocalizedText problem = cell.problem();
        if (problem != null) {
            report.leftOut(row.place(), problem);
        } else if (cell.module() != null) {
            takeModule(cell.module(), row, texts);
        } else if (cell.codes().isEmpty() && cell.serial() == null) {
            if (!platform) {
                report.skipped(row.place(), new LocalizedText("没有错误码", "has no code"));
            }
        } else {
            takeCodes(row, texts, platform);
        }
    }

    private void takeModule(String prefix, FoundRow row, RowTexts texts) {
        List<LocalizedText> name = texts.meaning().paragraphs();
        if (name.isEmpty()) {
            report.skipped(row.place(), new LocalizedText("没有含义", "has no meaning"));
        } else {
            modules.add(new CodeModule(prefix, name.get(0), texts.only(Field.TARGET)));
            report.entryMade();
        }
    }

    private void takeCodes(FoundRow row, RowTexts texts, boolean platform) {
        DraftText meaning = texts.meaning();
        List<ErrorCode> codes = row.code().codes();
        if (codes.isEmpty()) {
            ErrorCode completed = platforms.completed(String.valueOf(row.code().serial()), texts);
            if (completed == null) {
                if (meaning.isEmpty()) {
                    report.skipped(row.place(), new LocalizedText("既没有含义也没有平台", "has neither meaning nor platform"));
                } else {
                    report.leftOut(
                            row.place(),
                            new LocalizedText(
                                    "[" + row.code().serial() + "] 缺少平台的两位编号；请用 --platform NUMBER:ID 给出平台",
                                    "[" + row.code().serial()
                                            + "] lacks the two digits of its platform; name it with --platform NUMBER:ID"));
                }
                return;
            }
            codes = List.of(completed);
        }
        if (meaning.isEmpty()) {
            if (!platform) {
                report.skipped(
                        row.place(), new LocalizedText(codes.get(0) + " 没有含义", codes.get(0) + " has no meaning"));
            }
            return;
        }
        for (ErrorCode code : codes) {
            add(entry(code, row, texts, meaning));
        }
    }

    private DraftEntry entry(ErrorCode code, FoundRow row, RowTexts texts, DraftText meaning) {
        if (row.section() != null) {
            modules.codeBelow(source.file(), row.section(), code);
        }
        String owner = texts.only(Field.PLATFORM_ID);
        if (code.kind() == ErrorCode.Kind.SYMBOLIC && owner != null) {
            platforms.owner(owner);
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
            report.leftOut(
                    entry.place(),
                    new LocalizedText(
                            entry.code() + " 已在 " + first.place() + " 出现，内容不同",
                            entry.code() + " stands already at " + first.place() + ", which says something else"));
        }
    }

    private void complete(List<DraftEntry> rows, int index, DraftEntry entry) {
        DraftEntry earlier = rows.get(index);
        DraftEntry complete = earlier.completedBy(entry);
        if (complete.equals(earlier)) {
            report.skipped(
                    entry.place(),
                    new LocalizedText(
                            entry.code() + " 已在 " + earlier.place() + " 出现，文字相同",
                            entry.code() + " stands already at " + earlier.place() + " with the same text"));
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
    CatalogDocument finish(String id) {
        List<DraftEntry> all = new ArrayList<>();
        List<DraftEntry> ownerless = new ArrayList<>();
        String owner = ownerOfNames();
        Map<Integer, DraftEntry> unassigned = new TreeMap<>();
        for (List<DraftEntry> rows : entries.values()) {
            for (DraftEntry entry : rows) {
                boolean symbolic = entry.code().kind() == ErrorCode.Kind.SYMBOLIC;
                (symbolic && owner == null ? ownerless : all).add(entry);
                if (entry.code().kind() == ErrorCode.Kind.NUMERIC
                        && !platforms.isAssigned(entry.code().prefix())) {
                    unassigned.putIfAbsent(entry.code().prefix(), entry);
                }
            }
        }
        if (!ownerless.isEmpty()) {
            DraftEntry first = ownerless.get(0);
            report.lost(
                    first.place(),
                    new LocalizedText(
                            first.code() + " 等符号错误码（共 " + ownerless.size() + " 个）没有所属平台，已略去；请用 --platform ID 给出平台",
                            "names such as " + first.code() + " (" + ownerless.size()
                                    + " in all) have no owner and are left out; name it with --platform ID"));
        }
        unassigned.forEach((number, entry) -> {
            String option = "--platform " + entry.code().token().substring(0, 2) + ":ID";
            report.remark(
                    entry.place(),
                    new LocalizedText(
                            entry.code() + " 等错误码的前两位不是任何平台的编号；请用 " + option + " 给出平台",
                            "codes such as " + entry.code() + " begin with the number of no platform; name it with "
                                    + option));
        });
        boolean names = all.stream().anyMatch(entry -> entry.code().kind() == ErrorCode.Kind.SYMBOLIC);
        return new CatalogDocument(
                id,
                title == null || severalDocuments(all) ? LocalizedText.same(id) : title,
                names ? owner : null,
                List.of(),
                List.of(),
                platforms.all(names ? owner : null),
                modules.all(),
                all.stream().map(entry -> entry.row(id)).toList(),
                Removals.NONE,
                null);
    }

    /** Whom user or documents name; else, since a document's names have one owner, who owns the families that some of them are of. */
    private @Nullable String ownerOfNames() {
        String owner = platforms.ownerOfNames();
        if (owner != null) {
            return owner;
        }
        Map<String, DraftEntry> owners = new TreeMap<>();
        for (List<DraftEntry> rows : entries.values()) {
            String token = rows.get(0).code().token();
            if (known.isFamilyMember(token, 0, token.length())
                    && known.resolve(token) instanceof Resolution.Known resolution) {
                owners.putIfAbsent(resolution.platform().id(), rows.get(0));
            }
        }
        if (owners.size() != 1) {
            return null;
        }
        owners.forEach((id, entry) -> report.remark(
                entry.place(),
                new LocalizedText(
                        "符号错误码归入 " + id + "，因为 " + entry.code() + " 属于它的族；如属于其他平台，请用 --platform ID 给出",
                        "names are taken for those of " + id + ", whose family " + entry.code()
                                + " is of; name another owner with --platform ID")));
        return owners.keySet().iterator().next();
    }

    private static boolean severalDocuments(List<DraftEntry> all) {
        return all.stream().map(DraftEntry::document).distinct().count() > 1;
    }
}
