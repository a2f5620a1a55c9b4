package io.github.bkerrcode.spark;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.scan.TimestampReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** From a line to its detections. */
final class DetectFunction implements UDF1<@Nullable String, @Nullable List<Row>> {

    private static final long serialVersionUID = 1L;

    /** One detection; the keys are those of {@code analyzer detect}. */
    static final StructType TYPE = new StructType()
            .add("column", DataTypes.IntegerType, false)
            .add("code", DataTypes.StringType, false)
            .add("listed", DataTypes.BooleanType, false)
            .add("platform", DataTypes.StringType, false)
            .add("confidence", DataTypes.StringType, false)
            .add("meaning", DataTypes.StringType, true)
            .add("remediation", DataTypes.StringType, true)
            .add("timestamp", DataTypes.TimestampType, true);

    static final DataType RESULT = DataTypes.createArrayType(TYPE, false);

    private final Broadcast<SharedEngine> engine;

    DetectFunction(Broadcast<SharedEngine> engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable List<Row> call(@Nullable String line) {
        if (line == null) {
            return null;
        }
        Engine here = engine.value().engine();
        Detection detection = here.scanner().next(line, 0);
        if (detection == null) {
            return List.of();
        }
        Instant time = new TimestampReader(here.options().zone(), Instant.now()).read(line);
        List<Row> rows = new ArrayList<>();
        while (detection != null) {
            if (here.wanted().test(detection.code())
                    && here.lookup().resolve(detection.code().token()) instanceof Resolution.Known known) {
                rows.add(row(detection, known, time, here.options().language()));
            }
            detection = here.scanner().next(line, detection.end());
        }
        return rows;
    }

    private static Row row(Detection detection, Resolution.Known known, @Nullable Instant time, Language language) {
        return RowFactory.create(
                detection.start() + 1,
                detection.code().token(),
                detection.listed(),
                known.platform().id(),
                detection.confidence().name().toLowerCase(Locale.ROOT),
                known.meaning(language),
                known.remediation(language),
                time);
    }
}
