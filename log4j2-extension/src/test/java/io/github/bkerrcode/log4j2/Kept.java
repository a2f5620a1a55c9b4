package io.github.bkerrcode.log4j2;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.jspecify.annotations.Nullable;

/** Keeps events as one who wants to have them later, and the text that a layout makes of them. */
@Plugin(name = "Kept", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE)
public final class Kept extends AbstractAppender {

    private final List<LogEvent> handedOver = new CopyOnWriteArrayList<>();
    private final List<LogEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    private Kept(String name, @Nullable Filter filter, @Nullable Layout<? extends Serializable> layout) {
        super(name, filter, layout, true, Property.EMPTY_ARRAY);
    }

    /** Called by Log4j. */
    @PluginFactory
    public static Kept create(
            @PluginAttribute("name") String name,
            @PluginElement("Filter") @Nullable Filter filter,
            @PluginElement("Layout") @Nullable Layout<? extends Serializable> layout) {
        return new Kept(name, filter, layout);
    }

    @Override
    public void append(LogEvent event) {
        handedOver.add(event);
        if (getLayout() != null) {
            texts.add(String.valueOf(getLayout().toSerializable(event)));
        }
        events.add(event.toImmutable());
    }

    /** The objects as they were handed over. */
    List<LogEvent> handedOver() {
        return handedOver;
    }

    List<LogEvent> events() {
        return events;
    }

    List<String> texts() {
        return texts;
    }

    String text() {
        return String.join("", texts);
    }
}
