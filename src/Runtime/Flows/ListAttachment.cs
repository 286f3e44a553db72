using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>The column of a <see cref="List{T}"/>, whose version counter tells of changes.</summary>
internal sealed class ListAttachment<T>(List<T> list, SpanColumn column) : ColumnAttachment(column)
{
    private readonly int _version = Version(list);

    internal override bool IsUnchanged(object collection) => collection is List<T> list && Version(list) == _version && list.Count == Column.Count;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_version")]
    private static extern ref int VersionField(List<T> list);

    /// <summary>How often the list was changed.</summary>
    internal static int Version(List<T> list) => VersionField(list);

    /// <summary>Counts a change that was made through the list's memory.</summary>
    internal static void CountChange(List<T> list) => VersionField(list)++;
}
