package io.github.bkerrcode.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One Spark in this process for all tests; starting it takes longer than most of them. */
final class LocalSpark {

    private LocalSpark() {}

    static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 1)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.hadoop.fs.faulty.impl", FaultyFileSystem.class.getName())
                .getOrCreate();
    }

    static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session().sparkContext());
    }
}
