namespace Weft.Catalog;

/// <summary>What an operator does with the spans of its inputs.</summary>
internal enum LineageRule
{
    /// <summary>An output record is an input record, or a 1:1 image of it: the span is handed on.</summary>
    Pass,

    /// <summary>An output record stands on several inputs: it gets a span of its own with an edge to each.</summary>
    Derive,

    /// <summary>One input record is chosen: its span is the result's.</summary>
    Witness,

    /// <summary>The result's records enter from outside: they get root spans.</summary>
    Root,

    /// <summary>The result only says something about the inputs (a bool, a count of a collection): no data lineage.</summary>
    Control,

    /// <summary>Work is handed over, waited for or let in: what depends on what is recorded as events. No record is touched, and work carries the record that was handled where it was handed over.</summary>
    Event,
}
