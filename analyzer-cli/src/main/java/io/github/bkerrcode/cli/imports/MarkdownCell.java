package io.github.bkerrcode.cli.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Splits the lines of Markdown tables into cells, and turns the marks inside a cell into plain text. */
final class MarkdownCell {

    private static final Parser INLINE =
            Parser.builder().enabledBlockTypes(Set.of()).build();

    /** Without one of these a text has no marks. */
    private static final Pattern MARK = Pattern.compile("[\\\\`*_<&\\[!]");

    private static final Pattern TAG = Pattern.compile("</?\\s*([A-Za-z]+)[^>]*>");
    private static final Set<String> FORMATTING = Set.of(
            "b", "i", "u", "em", "strong", "span", "font", "p", "div", "code", "sub", "sup", "small", "nobr", "a", "ul",
            "ol", "li", "pre", "kbd", "del", "s");

    private MarkdownCell() {}

    /** What a bar inside of code is; Markdown says a border, but people forget. */
    enum BarInCode {
        SPLITS,
        IS_TEXT
    }

    /** Returns the cells of a table's line: what stands between bars that no backslash precedes. One at each end is no border. */
    static List<String> split(String line, BarInCode bar) {
        String row = line.strip();
        List<String> cells = new ArrayList<>();
        boolean inCode = false;
        int start = row.startsWith("|") ? 1 : 0;
        for (int i = start; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '`' && bar == BarInCode.IS_TEXT) {
                inCode = !inCode;
            } else if (c == '|' && !inCode) {
                cells.add(row.substring(start, i));
                start = i + 1;
                if (cells.size() > TextTable.MAX_COLUMNS) {
                    return cells;
                }
            }
        }
        if (start < row.length()) {
            cells.add(row.substring(start));
        }
        return cells;
    }

    /** Returns the text of a cell, or of a heading, without its marks; code keeps its backticks unless it is all there is. */
    static String text(String cell) {
        String escaped = cell.strip().replace("\\|", "|");
        if (!MARK.matcher(escaped).find()) {
            return escaped;
        }
        Node paragraph = INLINE.parse(escaped).getFirstChild();
        if (paragraph == null) {
            return escaped;
        }
        Node first = paragraph.getFirstChild();
        if (first instanceof Code code && first.getNext() == null) {
            return code.getLiteral();
        }
        PlainText text = new PlainText(first != null && first.getNext() != null);
        paragraph.accept(text);
        return text.text.toString().strip();
    }

    private static final class PlainText extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private final boolean linksAmongText;

        PlainText(boolean linksAmongText) {
            this.linksAmongText = linksAmongText;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append('`').append(node.getLiteral()).append('`');
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append('\n');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append('\n');
        }

        /** Where a link goes is worth keeping if it leads out of the document. */
        @Override
        public void visit(Link node) {
            int start = text.length();
            visitChildren(node);
            String target = node.getDestination();
            boolean leadsOut = target.startsWith("http://") || target.startsWith("https://");
            if (leadsOut && linksAmongText && !text.substring(start).equals(target)) {
                text.append(" (").append(target).append(')');
            }
        }

        /** Tags that only format are left out; others are placeholders such as {@code <ip>}. */
        @Override
        public void visit(HtmlInline node) {
            Matcher tag = TAG.matcher(node.getLiteral());
            String name = tag.matches() ? tag.group(1).toLowerCase(Locale.ROOT) : "";
            if (name.equals("br")) {
                text.append('\n');
            } else if (!FORMATTING.contains(name)) {
                text.append(node.getLiteral());
            }
        }
    }
}
