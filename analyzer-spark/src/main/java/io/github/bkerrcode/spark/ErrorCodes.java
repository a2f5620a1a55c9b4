package io.github.bkerrcode.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;

/**
 * Codes in DataFrames and SQL, of batches and streams. What is a code is decided line by line, by the same scanner as everywhere.
 *
 * <p>Needs a session with a Spark context of its own; a Spark Connect client has none, so there the functions are registered on the
 * server.
 */
public final class ErrorCodes {

    /** SQL function from a line to its detections: an array of structs, null for a null line. */
    public static final String DETECT = "errcode_detect";

    /** SQL function from a code to what the catalog says of it: a struct, null for what is no code. */
    public static final String EXPLAIN = "errcode_explain";

    private static final String TEXT = "text";
    private static final String FOUND = "errcode_found";

    private ErrorCodes() {}

    /** Returns {@link #detect(Dataset, String, ErrorCodeOptions)} with the {@link ErrorCodeOptions#defaults() defaults}. */
    public static Dataset<Row> detect(Dataset<Row> lines, String column) {
        return detect(lines, column, ErrorCodeOptions.defaults());
    }

    /**
     * Returns a row for each detection: the columns of the input but the one that is searched, and behind them {@code column code listed
     * platform confidence meaning remediation timestamp text}, as {@code analyzer detect} has them. {@code text} is the line, {@code
     * column} the place of the code in it, from 1, {@code timestamp} the line's own time. Rows without codes give none.
     *
     * @param lines rows with a line of a log each
     * @param column the name of the column that holds it
     * @throws IllegalArgumentException if there is no such column, one of the others has the name of a column of the result, or the options are wrong
     */
    public static Dataset<Row> detect(Dataset<Row> lines, String column, ErrorCodeOptions options) {
        List<String> others = new ArrayList<>(Arrays.asList(lines.columns()));
        if (!others.remove(column)) {
            throw new IllegalArgumentException(
                    "there is no column [" + column + "]; there are " + String.join(", ", lines.columns()));
        }
        List<String> added = new ArrayList<>(Arrays.asList(DetectFunction.TYPE.fieldNames()));
        added.add(TEXT);
        for (String other : others) {
            if (added.contains(other)) {
                throw new IllegalArgumentException(
                        "column [" + other + "] has the name of a column of the result; rename it before");
            }
        }
        List<Column> kept = columns(others);
        kept.add(quoted(column).as(TEXT));
        UDF1<String, List<Row>> function = new DetectFunction(broadcast(lines.sparkSession(), options));
        kept.add(explode(udf(function, DetectFunction.RESULT).apply(quoted(column)))
                .as(FOUND));
        List<Column> result = columns(others);
        for (String field : DetectFunction.TYPE.fieldNames()) {
            result.add(col(FOUND + "." + field));
        }
        result.add(col(TEXT));
        return lines.select(kept.toArray(new Column[0])).select(result.toArray(new Column[0]));
    }

    private static List<Column> columns(List<String> names) {
        List<Column> columns = new ArrayList<>();
        names.forEach(name -> columns.add(quoted(name)));
        return columns;
    }

    private static Column quoted(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    /** Registers the SQL functions with the {@link ErrorCodeOptions#defaults() defaults}. */
    public static void register(SparkSession session) {
        register(session, ErrorCodeOptions.defaults());
    }

    /**
     * Registers the SQL functions {@link #DETECT} and {@link #EXPLAIN} with a session, in the place of those it has.
     *
     * @throws IllegalArgumentException if the options are wrong
     */
    public static void register(SparkSession session, ErrorCodeOptions options) {
        Broadcast<SharedEngine> engine = broadcast(session, options);
        session.udf().register(DETECT, new DetectFunction(engine), DetectFunction.RESULT);
        session.udf().register(EXPLAIN, new ExplainFunction(engine), ExplainFunction.TYPE);
    }

    static Broadcast<SharedEngine> broadcast(SparkSession session, ErrorCodeOptions options) {
        return JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(SharedEngine.of(options));
    }
}
