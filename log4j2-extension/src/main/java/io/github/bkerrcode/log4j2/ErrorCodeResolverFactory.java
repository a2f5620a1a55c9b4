package io.github.bkerrcode.log4j2;

import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.layout.template.json.resolver.EventResolverContext;
import org.apache.logging.log4j.layout.template.json.resolver.EventResolverFactory;
import org.apache.logging.log4j.layout.template.json.resolver.TemplateResolverConfig;
import org.apache.logging.log4j.layout.template.json.resolver.TemplateResolverFactory;

/** Makes {@link ErrorCodeResolver}s for templates that say {@code "$resolver": "errcode"}. */
@Plugin(name = "ErrorCodeResolverFactory", category = TemplateResolverFactory.CATEGORY)
public final class ErrorCodeResolverFactory implements EventResolverFactory {

    private static final ErrorCodeResolverFactory INSTANCE = new ErrorCodeResolverFactory();

    private ErrorCodeResolverFactory() {}

    /** Returns the factory. */
    @PluginFactory
    public static ErrorCodeResolverFactory getInstance() {
        return INSTANCE;
    }

    @Override
    public String getName() {
        return ErrorCodeResolver.NAME;
    }

    /** Makes a resolver; mistakes are said by the status logger, and its field is left out. */
    @Override
    public ErrorCodeResolver create(EventResolverContext context, TemplateResolverConfig config) {
        return new ErrorCodeResolver(context, config);
    }
}
