package io.github.bkerrcode.spark;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** From a code, in any of its spellings, to what the catalog says of it. */
final class ExplainFunction implements UDF1<@Nullable String, @Nullable Row> {

    private static final long serialVersionUID = 1L;

    /** What is known of a code. */
    static final StructType TYPE = new StructType()
            .add("code", DataTypes.StringType, false)
            .add("listed", DataTypes.BooleanType, false)
            .add("platform", DataTypes.StringType, false)
            .add("name", DataTypes.StringType, false)
            .add("meaning", DataTypes.StringType, true)
            .add("remediation", DataTypes.StringType, true);

    private final Broadcast<SharedEngine> engine;

    ExplainFunction(Broadcast<SharedEngine> engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable Row call(@Nullable String token) {
        Engine here = engine.value().engine();
        if (token == null || !(here.lookup().resolve(token.strip()) instanceof Resolution.Known known)) {
            return null;
        }
        Language language = here.options().language();
        return RowFactory.create(
                known.code().token(),
                known instanceof Resolution.Listed,
                known.platform().id(),
                known.platform().name().in(language),
                known.meaning(language),
                known.remediation(language));
    }
}
