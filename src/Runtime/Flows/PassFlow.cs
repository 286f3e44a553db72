using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Flows;

/// <summary>A flow over another one whose records keep their spans.</summary>
internal abstract class PassFlow<TSource, T>(Flow<TSource> source, int site) : Flow<T>
{
    private Flow<TSource>? _records;   // the enumeration under way
    private Flow<TSource>? _finished;  // the one that ended, which still knows its step

    /// <summary>What is read.</summary>
    protected Flow<TSource> Source { get; } = source;

    /// <summary>The operator's site.</summary>
    protected int Site { get; } = site;

    /// <summary>The step by which the source's records come.</summary>
    protected int SourceStep => (_records ?? _finished ?? Source).Step;

    internal override int Step => Steps.Intern(Site, SourceStep);

    /// <summary>The records to read on, or null when the flow has ended; starts the enumeration at the first call.</summary>
    protected Flow<TSource>? Open() => _records ?? OpenFirst();

    [MethodImpl(MethodImplOptions.NoInlining)] // off the path of a record
    private Flow<TSource>? OpenFirst()
    {
        if (State != Started) return null;
        _records = Source.Start(); // when this throws, the next call tries again, as LINQ's iterators do
        State = Started + 1;
        return _records;
    }

    /// <summary>Moves on by <paramref name="next"/>, so that the next call begins anew when this throws, as those of LINQ's iterators do that read their first record apart.</summary>
    protected bool MoveToFirst(Func<bool> next)
    {
        bool isRead = false;
        _records = null; // one that threw is left to the garbage collector; LINQ disposes of the last one only
        try
        {
            bool moved = next();
            isRead = true;
            return moved;
        }
        finally
        {
            if (!isRead) State = Started;
        }
    }

    public override void Dispose()
    {
        if (_records is { } records)
        {
            _records = null;
            _finished = records;
            records.Dispose();
        }
        base.Dispose();
    }
}
