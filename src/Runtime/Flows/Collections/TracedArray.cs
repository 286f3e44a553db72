namespace Weft.Flows.Collections;

/// <summary>An array with a column that still is its own, for operators that change the array and can tell how.</summary>
internal readonly struct TracedArray<T>
{
    private readonly T[] _array;

    private TracedArray(T[] array, SpanColumn column)
    {
        _array = array;
        Column = column;
    }

    /// <summary>The spans of the array's records as it is before the change.</summary>
    internal SpanColumn Column { get; }

    /// <summary>False for an array that nobody traced, whose lineage was cut, or that was changed in a way nobody followed: then there is nothing to carry on.</summary>
    internal static bool TryFind(T[]? array, out TracedArray<T> traced)
    {
        traced = default;
        if (array is null || Attachments.Find(array) is not { } attachment || attachment is CutAttachment or FixedAttachment || !attachment.IsUnchanged(array)) return false;
        traced = new TracedArray<T>(array, attachment.Column);
        return true;
    }

    /// <summary>Says that the array, as it is now, has these spans; as an output, where the site is one.</summary>
    internal void Becomes(ReadOnlySpan<ulong> spans, int site, bool isKept = true)
    {
        SpanColumn column = spans.ToColumn(Capture.Steps.Intern(site, Column.Step));
        ArrayAttachment<T>.Attach(_array, column);
        if (isKept) Operators.Materialise.Keep(_array, column, site);
    }
}
