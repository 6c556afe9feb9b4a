/** Apache Spark: the engine for data that outgrow one machine. */
@NullMarked
package org.evenstar.engine.spark;

import org.jspecify.annotations.NullMarked;
