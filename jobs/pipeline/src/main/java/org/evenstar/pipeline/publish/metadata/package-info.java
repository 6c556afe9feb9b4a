/** What describes a release to people and programs: data package, CSVW, DCAT, codebook, readme. */
@NullMarked
package org.evenstar.pipeline.publish.metadata;

import org.jspecify.annotations.NullMarked;
