/** DuckDB, embedded: the default engine, with nothing to install. */
@NullMarked
package org.evenstar.engine.duckdb;

import org.jspecify.annotations.NullMarked;
