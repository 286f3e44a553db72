using System.Runtime.CompilerServices;

namespace Weft.Carriers.Replies;

/// <summary>What came beside the answers whose contents are there to be read.</summary>
internal static class RepliedContents
{
    private static readonly ConditionalWeakTable<HttpContent, Reply> _all = [];

    internal static void Add(HttpContent content, Reply reply) => _all.AddOrUpdate(content, reply);

    /// <summary>Null where the content is not that of an answer, or nothing came beside it.</summary>
    internal static Reply? Find(HttpContent content) => _all.TryGetValue(content, out Reply? reply) ? reply : null;
}
