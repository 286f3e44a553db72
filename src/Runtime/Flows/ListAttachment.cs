using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>The column of a <see cref="List{T}"/>, whose version counter tells of changes.</summary>
internal sealed class ListAttachment<T> : ColumnAttachment
{
    private static readonly Packed _packing = new();

    private readonly int _version;

    internal ListAttachment(List<T> list, SpanColumn column) : this(Version(list), column)
    {
    }

    private ListAttachment(int version, SpanColumn column) : base(column) => _version = version;

    /// <summary>Attaches a column to a list.</summary>
    internal static void Attach(List<T> list, SpanColumn column)
    {
        if (Attached.TryPack(column, _packing, (uint)Version(list), out Attached packed)) Attachments.Set(list, packed);
        else Attachments.Set(list, new ListAttachment<T>(list, column));
    }

    internal override bool IsUnchanged(object collection) => collection is List<T> list && Version(list) == _version && list.Count == Column.Count;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_version")]
    private static extern ref int VersionField(List<T> list);

    /// <summary>How often the list was changed.</summary>
    internal static int Version(List<T> list) => VersionField(list);

    /// <summary>Counts a change that was made through the list's memory.</summary>
    internal static void CountChange(List<T> list) => VersionField(list)++;

    private sealed class Packed : Attached.Packing
    {
        internal override Attachment Unpack(SpanColumn column, ulong check) => new ListAttachment<T>((int)check, column);
    }
}
