using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>The column of a <see cref="HashSet{T}"/>, in the order of insertion, which is that of enumeration as long as nothing is removed.</summary>
internal sealed class SetAttachment<T>(HashSet<T> set, SpanColumn column) : ColumnAttachment(column)
{
    private readonly int _version = Version(set);

    // A removal changes the count, and the addition that could restore it changes the version.
    internal override bool IsUnchanged(object collection) => collection is HashSet<T> set && Version(set) == _version && set.Count == Column.Count;

    internal override bool MayHoldOthers(object collection) => collection is not HashSet<T> set || Version(set) != _version;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_version")]
    private static extern ref int VersionField(HashSet<T> set);

    private static int Version(HashSet<T> set) => VersionField(set);
}
