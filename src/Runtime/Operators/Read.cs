using System.Runtime.CompilerServices;

namespace Weft;

public static partial class Woven
{
    /// <summary>Follows a call that moves a reader to its next row, in a method that adds to lists in a loop over the rows: each row is a root.</summary>
    /// <param name="hasRow">What the call gave: whether there is a row.</param>
    /// <param name="reader">The reader; null of an enumerator by value.</param>
    /// <param name="source">What is known of the loop; null at its start.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the reference goes no further: else the caller's local would have to be kept in memory
    public static bool RowRead<TLineage>(bool hasRow, object? reader, ref LoopSource? source, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) source = LoopSource.Move(source, reader, hasRow, isOfLines: false, site);
        return hasRow;
    }

    /// <summary>As <see cref="RowRead"/>, of a call that reads a line.</summary>
    /// <param name="line">What the call gave: a line, or null at the end.</param>
    /// <param name="reader">The reader; null of the console.</param>
    /// <param name="source">What is known of the loop; null at its start.</param>
    /// <param name="site">The call's site.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as RowRead
    public static string? LineRead<TLineage>(string? line, object? reader, ref LoopSource? source, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) source = LoopSource.Move(source, reader, line is not null, isOfLines: true, site);
        return line;
    }

    /// <summary>The row or line that a reader's loop is at.</summary>
    /// <param name="reader">The reader; null of one by value.</param>
    /// <param name="source">What is known of the loop; null before the first row, and behind an await.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as RowRead
    public static LoopRecord RecordOfReader<TLineage>(object? reader, ref LoopSource? source) where TLineage : struct, ILineage
    {
        if (!TLineage.IsRecording) return default;
        source ??= LoopSource.OfReader(reader);
        return source is { } known ? known.CurrentOfReader : default;
    }
}
