using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows.Loops;

/// <summary>The rows or lines of one reader as they are read: each is a root.</summary>
// Design: the reader itself keeps count, so that a loop which goes on behind an await, or another one over the same reader, numbers on. A loop asks for it once.
internal sealed class ReaderRecords(int source)
{
    private static readonly ConditionalWeakTable<object, ReaderRecords> _ofReaders = new();

    private GrowingRoots _roots = new(source);

    /// <summary>The row or line that was read last.</summary>
    internal ulong Span { get; private set; }

    /// <summary>What a reader is at; null of one by value, which belongs to its loop.</summary>
    internal static ReaderRecords Of(object? reader, bool isOfLines, int site)
    {
        if (reader is null) return New(reader, isOfLines, site);
        if (_ofReaders.TryGetValue(reader, out ReaderRecords? known)) return known;
        ReaderRecords records = New(reader, isOfLines, site);
        _ofReaders.AddOrUpdate(reader, records);
        return records;
    }

    /// <summary>What a reader is at; null where it is at none.</summary>
    internal static ReaderRecords? Find(object? reader) => reader is not null && _ofReaders.TryGetValue(reader, out ReaderRecords? known) ? known : null;

    /// <summary>Says that one more was read.</summary>
    internal void Next() => Span = _roots.Next();

    /// <summary>Says that the reader is at its end; what it reads then is numbered anew.</summary>
    internal void End(object? reader)
    {
        _roots.End();
        if (reader is not null) _ofReaders.Remove(reader);
    }

    private static ReaderRecords New(object? reader, bool isOfLines, int site)
    {
        Type type = reader?.GetType() ?? typeof(object);
        return new ReaderRecords(Sources.Untraced(site, isOfLines ? typeof(string) : type, type));
    }
}
