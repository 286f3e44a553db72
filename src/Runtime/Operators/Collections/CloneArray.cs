using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="Array.Clone"/>: what is known of the array is known of its copy.</summary>
    public static object Clone<TLineage>(Array array, int site) where TLineage : struct, ILineage
    {
        object copy = array.Clone();
        // An attachment knows its array by what it holds, which is the same.
        if (TLineage.IsRecording && array.Length > 0 && Attachments.Find(array) is { } attachment) Attachments.Set(copy, attachment);
        return copy;
    }
}
