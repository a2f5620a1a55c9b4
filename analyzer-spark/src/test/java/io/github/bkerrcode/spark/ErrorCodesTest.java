package io.github.bkerrcode.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {

    private static final SparkSession SPARK = LocalSpark.session();

    private static final ErrorCodeOptions ENGLISH =
            ErrorCodeOptions.defaults().withLanguage(Language.EN).withZone(ZoneId.of("Asia/Shanghai"));

    @Test
    void detectionsHaveTheKeysOfTheCommandLineBehindTheColumnsOfTheInput() {
        Dataset<Row> lines = SPARK.createDataFrame(
                List.of(
                        RowFactory.create("h1", "2025-10-24 15:02:11 code=1250001 then errorCode=1400001", 1L),
                        RowFactory.create("h2", "nothing", 2L),
                        RowFactory.create("h3", null, 3L)),
                new StructType()
                        .add("host", DataTypes.StringType)
                        .add("the line", DataTypes.StringType)
                        .add("offset", DataTypes.LongType));

        Dataset<Row> found = ErrorCodes.detect(lines, "the line", ENGLISH);

        assertThat(found.columns())
                .containsExactly(
                        "host",
                        "offset",
                        "column",
                        "code",
                        "listed",
                        "platform",
                        "confidence",
                        "meaning",
                        "remediation",
                        "timestamp",
                        "text");
        assertThat(rows(found.select("host", "offset", "column", "code", "listed", "platform", "confidence")))
                .containsExactly("[h1,1,26,1250001,true,job,high]", "[h1,1,49,1400001,false,bcs,high]");
        assertThat(rows(found.select("meaning", "remediation", "timestamp").limit(1)))
                .containsExactly(
                        "[Redis service unavailable: wrong IP or configuration error,null,2025-10-24 07:02:11.0]");
        assertThat(found.select("text").first().getString(0)).startsWith("2025-10-24 15:02:11 code");
    }

    @Test
    void detectionsOfAnyColumnCanBeCounted() {
        Dataset<Row> lines = SPARK.range(1_000).selectExpr("concat('errorCode=', 1301000 + id % 4) as value");

        assertThat(ErrorCodes.detect(lines, "value").groupBy("code").count().collectAsList())
                .extracting(row -> row.getLong(1))
                .containsExactly(250L, 250L, 250L, 250L);
    }

    @Test
    void confidenceAndPlatformsAreChosen() {
        Dataset<Row> lines = lines("errorCode=1250001 errorCode=1301002", "[1303200] hello");

        assertThat(codes(ErrorCodes.detect(lines, "value", ENGLISH.withPlatforms(List.of("paas")))))
                .containsExactly("1301002", "1303200");
        assertThat(codes(ErrorCodes.detect(lines, "value", ENGLISH.withMinConfidence(Confidence.HIGH))))
                .containsExactly("1250001", "1301002");
    }

    @Test
    void sqlFunctionsDetectAndExplain() {
        ErrorCodes.register(SPARK, ENGLISH);
        lines("errorCode=1250001", "nothing").createOrReplaceTempView("logs");

        assertThat(rows(SPARK.sql("select d.code, d.platform, d.column from logs"
                        + " lateral view explode(errcode_detect(value)) as d")))
                .containsExactly("[1250001,job,11]");
        assertThat(rows(SPARK.sql("select size(errcode_detect('nothing')), errcode_detect(null)")))
                .containsExactly("[0,null]");
        assertThat(rows(SPARK.sql("select e.* from (select errcode_explain(' E1301002_BASE_DATABASE_ERROR') as e)")))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).startsWith("[1301002,true,paas,"));
        assertThat(rows(SPARK.sql("select errcode_explain('1400001').listed, errcode_explain('7654321x'),"
                        + " errcode_explain(null)")))
                .containsExactly("[false,null,null]");
    }

    @Test
    void countsPerCodeWithMeaningsAreOneStatement() {
        ErrorCodes.register(SPARK, ENGLISH);
        SPARK.sql("select concat('errorCode=', 1250001 + id % 2) as line from range(10)")
                .createOrReplaceTempView("logs");

        assertThat(
                        rows(
                                SPARK.sql(
                                        "SELECT d.platform, d.code, errcode_explain(d.code).meaning, count(*)"
                                                + " FROM logs LATERAL VIEW explode(errcode_detect(line)) AS d GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2")))
                .hasSize(2)
                .first()
                .isEqualTo("[job,1250001,Redis service unavailable: wrong IP or configuration error,5]");
    }

    @Test
    void functionsRegisteredAnewHaveTheNewCatalog() {
        ErrorCodes.register(SPARK);
        assertThat(rows(SPARK.sql("select errcode_explain('1301777').meaning"))).containsExactly("[null]");

        ErrorCodes.register(
                SPARK,
                ENGLISH.withCatalog(
                        "mine",
                        "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"mine\",\"title\":\"mine\",\"entries\":"
                                + "[{\"code\":\"1301777\",\"meaning\":\"my meaning\"}]}"));

        assertThat(rows(SPARK.sql("select errcode_explain('1301777').meaning"))).containsExactly("[my meaning]");
    }

    @Test
    void wrongColumnsAreRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> ErrorCodes.detect(lines("x"), "line"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no column [line]; there are value");
        Dataset<Row> clashing = SPARK.sql("select 'errorCode=1301002' as value, 7 as code");
        assertThatThrownBy(() -> ErrorCodes.detect(clashing, "value"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column [code] has the name of a column of the result; rename it before");
    }

    private static Dataset<Row> lines(String... lines) {
        return SPARK.createDataset(Arrays.asList(lines), Encoders.STRING()).toDF();
    }

    private static List<String> codes(Dataset<Row> found) {
        return found.collectAsList().stream()
                .map(row -> row.<String>getAs("code"))
                .toList();
    }

    private static List<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).toList();
    }
}
