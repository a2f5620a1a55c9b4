package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.event.CodeSettings;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that say which codes are looked for. What is not set is taken from the configuration's properties {@code errcode.catalog} and
 * so on, then from the defaults.
 *
 * @param <B> the builder itself
 */
public abstract class CodeSettingsBuilder<B extends CodeSettingsBuilder<B>> {

    @PluginConfiguration
    private @Nullable Configuration configuration;

    @PluginBuilderAttribute
    private @Nullable String catalog;

    @PluginBuilderAttribute
    private @Nullable String rules;

    @PluginBuilderAttribute
    private @Nullable String reload;

    @PluginBuilderAttribute
    private @Nullable String minConfidence;

    @PluginBuilderAttribute
    private @Nullable String lang;

    @PluginBuilderAttribute
    private @Nullable String loggers;

    @PluginBuilderAttribute
    private @Nullable String minLevel;

    @PluginBuilderAttribute
    private @Nullable String max;

    CodeSettingsBuilder() {}

    /** The configuration the component belongs to; set by Log4j. */
    public B setConfiguration(Configuration configuration) {
        this.configuration = configuration;
        return asBuilder();
    }

    /** Catalog documents on top of the built-in ones: files and directories, separated by commas; watched for changes. */
    public B setCatalog(String paths) {
        this.catalog = paths;
        return asBuilder();
    }

    /** Files of rules that decide before the built-in ones, separated by commas; watched for changes. */
    public B setRules(String paths) {
        this.rules = paths;
        return asBuilder();
    }

    /**
     * How long files of {@code catalog} and {@code rules} may have changed unseen: {@code 10 seconds} unless set, {@code 30s}, {@code 5 minutes},
     * {@code PT1H}; {@code off} if they are read only once.
     */
    public B setReload(String interval) {
        this.reload = interval;
        return asBuilder();
    }

    /** {@code low}, {@code medium} (default) or {@code high}. */
    public B setMinConfidence(String confidence) {
        this.minConfidence = confidence;
        return asBuilder();
    }

    /** {@code zh} (default) or {@code en}. */
    public B setLang(String language) {
        this.lang = language;
        return asBuilder();
    }

    /** Names of loggers whose events are looked at, with those below them, separated by commas; all unless set. */
    public B setLoggers(String names) {
        this.loggers = names;
        return asBuilder();
    }

    /** Events below this level are not looked at. */
    public B setMinLevel(String level) {
        this.minLevel = level;
        return asBuilder();
    }

    /** At most so many different codes per event, 3 unless set. */
    public B setMax(String max) {
        this.max = max;
        return asBuilder();
    }

    Log4jComponent component(String name) {
        return new Log4jComponent(name, configuration);
    }

    CodeSettings settings() {
        CodeSettings settings = new CodeSettings();
        settings.set(CodeSettings.CATALOG, catalog);
        settings.set(CodeSettings.RULES, rules);
        settings.set(CodeSettings.RELOAD, reload);
        settings.set(CodeSettings.MIN_CONFIDENCE, minConfidence);
        settings.set(CodeSettings.LANG, lang);
        settings.set(CodeSettings.LOGGERS, loggers);
        settings.set(CodeSettings.MIN_LEVEL, minLevel);
        settings.set(CodeSettings.MAX, max);
        return settings;
    }

    @SuppressWarnings("unchecked") // what B says
    private B asBuilder() {
        return (B) this;
    }
}
