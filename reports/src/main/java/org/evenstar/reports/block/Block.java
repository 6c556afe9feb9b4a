package org.evenstar.reports.block;

/** One piece of a page; the template {@code block.jte} knows how each kind is drawn. */
public sealed interface Block
    permits Chart,
        Code,
        DotRange,
        Facts,
        Fold,
        Gap,
        Grid,
        Heading,
        Matrix,
        Notes,
        OwnTable,
        Picker,
        Prose,
        TileMap,
        Verdict,
        WhatIf {}
