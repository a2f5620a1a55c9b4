package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of platforms that documents name, in rows of their own or by headings. */
final class DraftModules {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{3,6}(?![0-9])");

    /** A heading of one file. */
    private record Section(String file, String heading) {}

    private final Map<String, CodeModule> modules = new TreeMap<>();
    private final Map<Section, List<ErrorCode>> codes = new LinkedHashMap<>();

    /** Adds a module; of two with the same digits the first stands. */
    void add(CodeModule module) {
        modules.putIfAbsent(module.prefix(), module);
    }

    /** Notes which heading a code stands below. */
    void codeBelow(String file, String heading, ErrorCode code) {
        codes.computeIfAbsent(new Section(file, heading), section -> new ArrayList<>())
                .add(code);
    }

    /** Returns all modules; a heading with digits that all codes below it begin with names one. */
    List<CodeModule> all() {
        codes.forEach((section, below) -> {
            Matcher number = NUMBER.matcher(section.heading());
            if (number.find() && below.stream().allMatch(code -> code.token().startsWith(number.group()))) {
                String prefix = number.group();
                String name = Edges.strip(number.replaceFirst(" "), Edges::isNoWord);
                if (!name.isEmpty()) {
                    add(new CodeModule(prefix, CellText.name(name), null));
                }
            }
        });
        return List.copyOf(modules.values());
    }
}
