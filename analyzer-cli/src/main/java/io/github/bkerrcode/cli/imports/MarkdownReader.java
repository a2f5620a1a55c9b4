package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.cli.imports.MarkdownCell.BarInCode;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables, lists and runbooks in Markdown.
 *
 * <p>The parser says what is a table and what is not; rows are cut from its source lines, since Markdown drops the cells that are too many
 * and does not see a row behind an empty line, and here every row counts.
 */
final class MarkdownReader implements TableReader {

    private static final Pattern LIST_MARK = Pattern.compile("^\\s*(?:[-*+]|[0-9]+[.)])\\s+");
    private static final int HEADING_LEVELS = 6;
    private static final int MAX_DEPTH = 64;

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MAX_DEPTH)
            .build();

    @Override
    public void read(SourceText source, RowSink rows) {
        new Reading(source, rows).read(parser.parse(source.text()));
    }

    /** One document on its way through the reader. */
    private static final class Reading {
        private final SourceText source;
        private final RowSink rows;
        private final String[] lines;
        private final @Nullable String[] headings = new @Nullable String[HEADING_LEVELS + 1];
        private boolean titled;
        private @Nullable List<String> titles;
        private final List<TextTable.Line> table = new ArrayList<>();
        private @Nullable RunbookSection runbook;

        Reading(SourceText source, RowSink rows) {
            this.source = source;
            this.rows = rows;
            this.lines = source.text().split("\n", -1);
        }

        void read(Node document) {
            blocks(document);
            endTable();
            endRunbook(0);
        }

        private void blocks(Node parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof Block block && !block.getSourceSpans().isEmpty()) {
                    block(block);
                }
            }
        }

        private void block(Block block) {
            if (block instanceof TableBlock) {
                endTable();
                table(block);
                return;
            }
            if (block instanceof Paragraph && hasRows(block)) {
                table(block);
                return;
            }
            endTable();
            if (block instanceof org.commonmark.node.Heading heading) {
                heading(heading);
            } else if (runbook != null) {
                runbook.add(block);
            } else if (block instanceof ListBlock) {
                list(block);
            } else if (block instanceof BlockQuote
                    || block.getParent() instanceof Document && block instanceof BulletList) {
                blocks(block);
            } else if (block instanceof HtmlBlock html
                    && html.getLiteral().toLowerCase(Locale.ROOT).contains("<table")) {
                rows.lost(
                        source.at(first(block) + 1),
                        new LocalizedText(
                                "是 HTML 表格，不会读取；请改写为 Markdown 表格",
                                "is an HTML table, which is not read; write it as a Markdown table"));
            }
        }

        private void heading(org.commonmark.node.Heading block) {
            String text = MarkdownCell.text(Edges.strip(lines[first(block)].strip(), c -> c == '#'));
            endRunbook(block.getLevel());
            if (runbook != null) {
                runbook.add(block);
                return;
            }
            if (block.getLevel() == 1 && !titled) {
                titled = true;
                rows.title(CellText.name(text));
                return;
            }
            Arrays.fill(headings, block.getLevel(), headings.length, null);
            CodeCell code = CodeCell.of(text);
            if (code.codes().size() == 1 && namesOneCode(code.codes().get(0), text)) {
                runbook = new RunbookSection(block.getLevel(), first(block) + 1, code, nameOf(text, code));
            } else {
                headings[block.getLevel()] = text;
            }
        }

        /** A word in capitals is a heading like any other; a code has digits or underscores. */
        private static boolean namesOneCode(ErrorCode code, String text) {
            return code.kind() == ErrorCode.Kind.NUMERIC
                    || code.kind() == ErrorCode.Kind.SYMBOLIC && text.indexOf('_') >= 0;
        }

        private static String nameOf(String heading, CodeCell code) {
            String token = code.flag() == null ? code.codes().get(0).token() : code.flag();
            int start = heading.indexOf(token);
            String before = start < 0 ? heading : heading.substring(0, start);
            String after = start < 0 ? "" : heading.substring(start + token.length());
            String name = Edges.strip(after, Edges::isNoWord);
            return name.isEmpty() ? Edges.strip(before, Edges::isNoWord) : name;
        }

        private void endRunbook(int level) {
            RunbookSection ended = runbook;
            if (ended != null && level <= ended.level) {
                runbook = null;
                ended.handOver();
            }
        }

        private @Nullable String section() {
            for (int level = HEADING_LEVELS; level > 0; level--) {
                if (headings[level] != null) {
                    return headings[level];
                }
            }
            return null;
        }

        private boolean hasRows(Block block) {
            for (int line = first(block); line <= last(block); line++) {
                String text = unquoted(lines[line]);
                if (text.startsWith("|") && text.indexOf('|', 1) > 0) {
                    return true;
                }
            }
            return false;
        }

        /** The lines of a table; where it has no line of dashes they go on with the one before, or begin one without headings. */
        private void table(Block block) {
            int start = first(block);
            int end = last(block);
            for (int line = start + 1; line <= end; line++) {
                if (isDelimiter(unquoted(lines[line]))) {
                    endTable();
                    titles = cells(line - 1);
                    start = line + 1;
                    break;
                }
            }
            if (titles == null) {
                List<String> head = cells(start);
                boolean named = head.stream().anyMatch(cell -> Heading.of(cell) != null)
                        && head.stream().noneMatch(CodeCell::isCode);
                titles = named ? head : List.of();
                start += named ? 1 : 0;
            }
            for (int line = start; line <= end; line++) {
                table.add(new TextTable.Line(source.at(line + 1), cells(line)));
            }
        }

        private List<String> cells(int line) {
            String text = unquoted(lines[line]);
            List<String> split = MarkdownCell.split(text, BarInCode.SPLITS);
            if (titles != null && !titles.isEmpty() && split.size() > titles.size() && text.indexOf('`') >= 0) {
                split = MarkdownCell.split(text, BarInCode.IS_TEXT);
            }
            List<String> cells = new ArrayList<>();
            for (String cell : split) {
                cells.add(MarkdownCell.text(cell));
            }
            return cells;
        }

        private void endTable() {
            List<String> head = titles;
            if (head != null) {
                TextTable.read(head, table, section(), rows);
            }
            titles = null;
            table.clear();
        }

        /** A list whose items begin with a code is a table as well. */
        private void list(Block list) {
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                Node first = item.getFirstChild();
                if (first instanceof Paragraph paragraph) {
                    item(paragraph);
                }
                blocks(item);
            }
        }

        private void item(Paragraph paragraph) {
            int line = first(paragraph);
            String text =
                    MarkdownCell.text(LIST_MARK.matcher(unquoted(lines[line])).replaceFirst(""));
            String code = text.substring(0, endOfCode(text));
            String meaning = CellText.of(Edges.stripStart(text.substring(code.length()), Edges::isNoWord));
            if (CodeCell.isCode(code) && isNumeric(code)) {
                rows.row(new FoundRow(
                        source.at(line + 1),
                        CodeCell.of(code),
                        section(),
                        meaning.isEmpty() ? List.of() : List.of(new Cell(new Heading(Field.MEANING, null), meaning))));
            }
        }

        private static int endOfCode(String text) {
            int end = 0;
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && ":：".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return end;
        }

        private static boolean isNumeric(String code) {
            return CodeCell.of(code).codes().get(0).kind() == ErrorCode.Kind.NUMERIC;
        }

        private static String unquoted(String line) {
            return Edges.stripStart(line, c -> c == '>' || Character.isWhitespace(c))
                    .stripTrailing();
        }

        /** The line between heading and rows of a table: nothing but dashes, with a colon at either end, and bars. */
        private static boolean isDelimiter(String line) {
            boolean dashes = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c != '-' && c != '|' && c != ':' && c != ' ' && c != '\t') {
                    return false;
                }
                dashes |= c == '-';
            }
            return dashes;
        }

        private static int first(Block block) {
            return block.getSourceSpans().get(0).getLineIndex();
        }

        private static int last(Block block) {
            List<SourceSpan> spans = block.getSourceSpans();
            return spans.get(spans.size() - 1).getLineIndex();
        }

        /** What stands under a heading that names a code. */
        private final class RunbookSection {
            private final int level;
            private final int line;
            private final CodeCell code;
            private final String name;
            private final RunbookSteps steps = new RunbookSteps(lines);

            RunbookSection(int level, int line, CodeCell code, String name) {
                this.level = level;
                this.line = line;
                this.code = code;
                this.name = name;
            }

            void add(Block block) {
                steps.add(block);
            }

            void handOver() {
                List<Cell> cells =
                        name.isEmpty() ? List.of() : List.of(new Cell(new Heading(Field.MEANING, null), name));
                rows.runbook(new FoundRow(source.at(line), code, section(), cells, steps.steps()));
            }
        }
    }
}
