package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.Language;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file to import.
 *
 * @param path where it is
 * @param named whether the user named it, rather than a directory that holds it
 */
record SourceFile(Path path, boolean named) {

    /** The file's name without what says the format. */
    private String stem() {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** What the name ends in, in lower case, without the dot; empty if there is no dot. */
    String extension() {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The language that the end of the name or a folder above it stands for: {@code errors_zh_CN}, {@code en/errors}. */
    @Nullable
    Language language() {
        String stem = stem();
        int cut = languageCut(stem);
        if (cut >= 0) {
            return Heading.languageOf(stem.substring(cut + 1));
        }
        for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
            Language language = Heading.languageOf(String.valueOf(folder.getFileName()));
            if (language != null) {
                return language;
            }
        }
        return null;
    }

    /** The name of the document, the same for all its translations. */
    String document() {
        String stem = stem();
        int cut = languageCut(stem);
        String name = cut > 0 ? stem.substring(0, cut) : stem;
        Path folder = path.toAbsolutePath().getParent();
        return Heading.languageOf(name) != null && folder != null ? String.valueOf(folder.getFileName()) : name;
    }

    /** Where the language of a name begins; negative if it names none. */
    private static int languageCut(String stem) {
        for (int i = 1; i < stem.length() - 1; i++) {
            boolean separates = stem.charAt(i) == '_' || stem.charAt(i) == '-' || stem.charAt(i) == '.';
            if (separates && Heading.languageOf(stem.substring(i + 1)) != null) {
                return i;
            }
        }
        return -1;
    }
}
