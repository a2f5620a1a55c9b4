package io.github.bkerrcode.cli.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a JSON or YAML document, with its line. */
sealed interface DataNode {

    int line();

    /** A text, number or truth value as it is written. */
    record Scalar(String text, int line) implements DataNode {}

    /** A list. */
    record Items(List<DataNode> items, int line) implements DataNode {}

    /** An object; a key may stand twice. */
    record Members(List<Member> members, int line) implements DataNode {

        @Nullable
        Member member(String key) {
            for (Member member : members) {
                if (member.key().equals(key)) {
                    return member;
                }
            }
            return null;
        }
    }

    /** A key and its value. */
    record Member(String key, int line, DataNode value) {}
}
