package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.cli.imports.DataNode.Items;
import io.github.bkerrcode.cli.imports.DataNode.Member;
import io.github.bkerrcode.cli.imports.DataNode.Members;
import io.github.bkerrcode.cli.imports.DataNode.Scalar;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows in values of JSON or YAML: keys that are codes, with a text or an object behind them, at any depth; and objects that have a
 * code among their members.
 */
final class DataReader implements TableReader {

    private static final int MAX_STEPS = 1_000;

    private final BiFunction<SourceText, RowSink, List<DataNode>> parser;

    private DataReader(BiFunction<SourceText, RowSink, List<DataNode>> parser) {
        this.parser = parser;
    }

    static DataReader ofJson() {
        return new DataReader(DataParser::json);
    }

    static DataReader ofYaml() {
        return new DataReader(DataParser::yaml);
    }

    @Override
    public void read(SourceText source, RowSink rows) {
        Reading reading = new Reading(source, rows);
        for (DataNode document : parser.apply(source, rows)) {
            reading.visit(document, List.of());
            reading.handOver();
        }
    }

    /** One document on its way through the reader. */
    private static final class Reading {
        private final SourceText source;
        private final RowSink rows;
        private final Map<String, KeyedRow> found = new LinkedHashMap<>();

        Reading(SourceText source, RowSink rows) {
            this.source = source;
            this.rows = rows;
        }

        void handOver() {
            found.values().forEach(row -> rows.row(row.row()));
            found.clear();
        }

        private static String textOf(Members object, String key) {
            Member member = object.member(key);
            return member != null && member.value() instanceof Scalar scalar ? scalar.text() : "";
        }

        void visit(DataNode node, List<String> path) {
            if (node instanceof Members object) {
                Member code = codeMember(object);
                if (code != null) {
                    row(object, code, path);
                    return;
                }
                reportWrongCode(object);
                for (Member member : object.members()) {
                    visit(member, with(path, member.key()));
                }
            } else if (node instanceof Items items) {
                for (DataNode item : items.items()) {
                    visit(item, path);
                }
            }
        }

        /** An object that looks like a row but for its code. */
        private void reportWrongCode(Members object) {
            Member code = null;
            boolean meaning = false;
            for (Member member : object.members()) {
                Heading heading = Heading.of(member.key());
                if (heading != null && member.value() instanceof Scalar) {
                    code = heading.field() == Field.CODE ? member : code;
                    meaning |= heading.field() == Field.MEANING;
                }
            }
            if (code != null && meaning && object.member("data") == null) {
                rows.skipped(source.at(object.line()), CodeCell.noCode(((Scalar) code.value()).text()));
            }
        }

        private void visit(Member member, List<String> path) {
            if (member.value() instanceof Members || member.value() instanceof Items) {
                KeyPath keys = KeyPath.of(path);
                boolean isSteps = keys.names() == KeyPath.Names.CODE
                        && member.value() instanceof Items items
                        && items.items().stream().allMatch(Scalar.class::isInstance);
                if (!isSteps) {
                    visit(member.value(), path);
                    return;
                }
            }
            KeyPath keys = KeyPath.of(path);
            if (keys.names() == KeyPath.Names.CODE) {
                Place place = source.at(member.line());
                KeyedRow row = found.computeIfAbsent(
                        rowKey(keys, member),
                        key -> new KeyedRow(place, keys.code(), keys.section(), new ArrayList<>()));
                texts(member.value()).forEach(text -> row.add(keys, text, place, rows));
            }
        }

        /** The same key once more is another row, so that neither hides the other. */
        private String rowKey(KeyPath keys, Member member) {
            return keys.rest().isEmpty() ? keys.rowKey() + "\n" + keys.heading() + "\n" + member.line() : keys.rowKey();
        }

        private static List<String> texts(DataNode value) {
            List<String> texts = new ArrayList<>();
            if (value instanceof Scalar scalar) {
                texts.add(scalar.text());
            } else if (value instanceof Items items) {
                for (DataNode item : items.items()
                        .subList(0, Math.min(MAX_STEPS, items.items().size()))) {
                    texts.addAll(texts(item));
                }
            }
            return texts;
        }

        /** The member that says which error an object is about. An answer of a server has a code as well, and its data beside it. */
        private static @Nullable Member codeMember(Members object) {
            for (Member member : object.members()) {
                Heading heading = Heading.of(member.key());
                if (heading != null && heading.field() == Field.CODE && member.value() instanceof Scalar scalar) {
                    CodeCell code = CodeCell.of(scalar.text());
                    boolean isAnswer = !code.codes().isEmpty()
                            && code.codes().get(0).kind() == ErrorCode.Kind.COMMON
                            && object.member("data") != null;
                    if (code.saysSomething() && !isAnswer) {
                        return member;
                    }
                }
            }
            return null;
        }

        private void row(Members object, Member code, List<String> path) {
            handOver();
            Language language = KeyPath.languageOf(path);
            List<Cell> cells = new ArrayList<>();
            for (Member member : object.members()) {
                if (!member.key().equals(code.key())) {
                    cells(member, language, cells, path);
                }
            }
            String section = textOf(object, "section");
            rows.row(new FoundRow(
                    source.at(object.line()),
                    CodeCell.of(((Scalar) code.value()).text()),
                    section.isEmpty() ? KeyPath.sectionOf(path) : section,
                    cells));
        }

        private void cells(Member member, @Nullable Language language, List<Cell> cells, List<String> path) {
            Heading heading = Heading.of(member.key());
            if (heading == null || heading.field() == Field.CODE) {
                if (!(member.value() instanceof Scalar)) {
                    visit(member.value(), with(path, member.key()));
                }
                return;
            }
            Language said = heading.language() == null ? language : heading.language();
            collect(heading.field(), said, member.value(), cells);
        }

        /** The texts of a field: one, one per language, or several steps. */
        private static void collect(Field field, @Nullable Language language, DataNode value, List<Cell> cells) {
            if (value instanceof Scalar scalar) {
                String text = CellText.of(scalar.text());
                if (!text.isEmpty()) {
                    cells.add(new Cell(new Heading(field, language), text));
                }
            } else if (value instanceof Items items) {
                for (DataNode item : items.items()
                        .subList(0, Math.min(MAX_STEPS, items.items().size()))) {
                    collect(field, language, item, cells);
                }
            } else if (value instanceof Members texts) {
                for (Member text : texts.members()) {
                    Language inner = Heading.languageOf(text.key());
                    collect(field, inner == null ? language : inner, text.value(), cells);
                }
            }
        }

        private static List<String> with(List<String> path, String key) {
            List<String> longer = new ArrayList<>(path);
            longer.add(key);
            return longer;
        }
    }
}
