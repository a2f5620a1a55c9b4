package io.github.bkerrcode.cli.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;

/**
 * The steps of a runbook: its numbered items, in the words of the document. What stands between two of them belongs to the first, however
 * it is indented; a sentence in front that only announces them is left out. Without numbers everything is one step.
 */
final class RunbookSteps {

    private static final Pattern NUMBER = Pattern.compile("^\\s*[0-9]+[.)]\\s+");

    private final String[] lines;
    private final List<String> lead = new ArrayList<>();
    private final List<List<String>> steps = new ArrayList<>();

    RunbookSteps(String[] lines) {
        this.lines = lines;
    }

    void add(Block block) {
        if (block instanceof OrderedList list && numberOf(list) == steps.size() + 1) {
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                List<String> step = new ArrayList<>();
                step.add(withoutIndent(NUMBER.matcher(text((Block) item)).replaceFirst("")));
                steps.add(step);
            }
        } else {
            (steps.isEmpty() ? lead : steps.get(steps.size() - 1)).add(text(block));
        }
    }

    private static int numberOf(OrderedList list) {
        Integer number = list.getMarkerStartNumber();
        return number == null ? 1 : number;
    }

    private String text(Block block) {
        StringBuilder text = new StringBuilder();
        List<SourceSpan> spans = block.getSourceSpans();
        if (!spans.isEmpty()) {
            int last = spans.get(spans.size() - 1).getLineIndex();
            for (int line = spans.get(0).getLineIndex(); line <= last; line++) {
                text.append(text.isEmpty() ? "" : "\n").append(lines[line].stripTrailing());
            }
        }
        return text.toString();
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("\n {1,4}", "\n");
    }

    List<String> steps() {
        if (!lead.isEmpty() && !steps.isEmpty() && announces(lead.get(lead.size() - 1))) {
            lead.remove(lead.size() - 1);
        }
        List<String> texts = new ArrayList<>();
        if (steps.isEmpty()) {
            addTo(texts, lead);
            return texts;
        }
        steps.get(0).addAll(0, lead);
        for (List<String> step : steps) {
            addTo(texts, step);
        }
        return texts;
    }

    private static void addTo(List<String> texts, List<String> paragraphs) {
        String text = CellText.of(String.join("\n\n", paragraphs));
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    private static boolean announces(String paragraph) {
        return paragraph.endsWith(":") || paragraph.endsWith("：");
    }
}
