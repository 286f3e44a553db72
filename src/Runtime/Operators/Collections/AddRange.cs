using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="List{T}.AddRange"/>: of a list that takes records which may carry spans, answers say from then on that they are incomplete, and where.</summary>
    public static void AddRange<TLineage, T>(List<T> list, IEnumerable<T> collection, int site) where TLineage : struct, ILineage
    {
        list.AddRange(collection);
        if (TLineage.IsRecording && Origin.MayCarry(collection)) Attachments.Set(list, new CutAttachment(site));
    }
}
