using System.Collections.Concurrent;
using System.Reflection;
using Weft.Capture;
using Weft.Sites;

namespace Weft.Carriers;

/// <summary>The places in the source where messages are received, as sites. The compiler names them, so that code that is not woven has them too.</summary>
internal static class ReceivingPlaces
{
    private const int Most = 1024; // a place is in the source; who makes them up at run time gets none

    private static readonly ConcurrentDictionary<(string File, int Line), int> _handles = new();
    private static readonly Lock _gate = new();

    /// <summary>The handle of a place; 0 where it is not known.</summary>
    internal static int HandleOf(string file, int line, string member)
    {
        if (file.Length == 0) return 0;
        if (_handles.TryGetValue((file, line), out int handle)) return handle;
        lock (_gate)
        {
            if (_handles.TryGetValue((file, line), out handle)) return handle;
            if (_handles.Count == Most) return 0;
            var table = new SiteTable { Module = Assembly.GetEntryAssembly()?.GetName().Name ?? "", Mvid = Guid.NewGuid() };
            table.Rows.Add(new SiteRow { Operator = "Received", Method = member, File = file, Line = line });
            return _handles[(file, line)] = SiteRegistry.Register(table.ToBytes());
        }
    }
}
