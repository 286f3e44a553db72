namespace Weft.Segments;

/// <summary>What a recording says of a span.</summary>
internal enum SpanState
{
    /// <summary>Nothing: its definition was dropped, damaged, not flushed, or belongs to another recording.</summary>
    Missing,

    /// <summary>It entered from a source.</summary>
    Root,

    /// <summary>It follows from other spans.</summary>
    Derived,

    /// <summary>It stands for another span.</summary>
    Alias,
}

/// <summary>The definition of one span.</summary>
/// <param name="State">What it is.</param>
/// <param name="Operation">A root's source id (or, with <paramref name="IsInner"/>, the step whose inner sequence it is from), else the step.</param>
/// <param name="Index">A root's 0-based index in its source; an alias's span it stands for.</param>
/// <param name="IsInner">Whether a root is from an untraced inner sequence.</param>
/// <param name="IsCoarse">Whether the parents only may have contributed.</param>
internal readonly record struct SpanDefinition(SpanState State, int Operation, ulong Index, bool IsInner, bool IsCoarse)
{
    internal static SpanDefinition Missing => default;

    internal static SpanDefinition Root(int source, ulong index, bool isInner) => new(SpanState.Root, source, index, isInner, IsCoarse: false);

    internal static SpanDefinition Derived(int step, bool isCoarse) => new(SpanState.Derived, step, 0, IsInner: false, isCoarse);

    internal static SpanDefinition Alias(int step, ulong original) => new(SpanState.Alias, step, original, IsInner: false, IsCoarse: false);
}
