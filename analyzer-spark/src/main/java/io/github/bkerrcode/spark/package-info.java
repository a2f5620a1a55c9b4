/**
 * The same definition of a code on a Spark cluster: {@link io.github.bkerrcode.spark.SparkAnalyzer} is the job to submit, {@link
 * io.github.bkerrcode.spark.ErrorCodes} finds and explains codes in DataFrames and SQL. Catalogs and rules are read where the driver runs
 * and travel as documents, so workers need nothing but the job's jar.
 */
@NullMarked
package io.github.bkerrcode.spark;

import org.jspecify.annotations.NullMarked;
