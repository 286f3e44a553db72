using Microsoft.AspNetCore.Http;

namespace Weft.AspNetCore;

/// <summary>What came beside a request.</summary>
public static class RequestLineage
{
    private static readonly object _key = new();

    /// <summary>What came beside a request: for <see cref="Lineage.Received{T}(List{T}, in LineageContext, string, int, string)"/>, where its body holds several records.</summary>
    /// <param name="context">The request.</param>
    /// <returns><see cref="LineageContext.None"/> where the client said nothing, or nothing is recorded.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static LineageContext GetLineage(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(_key, out object? found) ? (LineageContext)found! : LineageContext.Extract(new RequestHeadersCarrier(context.Request.Headers));
    }

    internal static void Keep(HttpContext context, in LineageContext lineage) => context.Items[_key] = lineage;
}
