namespace Weft.Segments;

/// <summary>Consecutive spans that a child follows from.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">Their number.</param>
/// <param name="Input">1 when they came by the deriving step's first input, 2 by its second.</param>
/// <param name="IsParallel">Whether child i follows from First + i alone; else every child follows from every span of the run.</param>
internal readonly record struct ParentRun(ulong First, ulong Count, byte Input, bool IsParallel)
{
    /// <summary>What the child at an offset among its siblings follows from.</summary>
    internal ParentRun Of(ulong offset) => IsParallel ? new ParentRun(First + offset, 1, Input, IsParallel: false) : this;
}
