using Weft.Store;

namespace Weft.Tool.Rendering;

/// <summary>Prints answers about events in one form.</summary>
internal interface IEventRenderer
{
    /// <summary>Prints what an output had to wait for.</summary>
    void Print(PathAnswer answer);

    /// <summary>Prints the events of a trace.</summary>
    void Print(TraceAnswer answer);

    /// <summary>Prints the traces of runs.</summary>
    void Print(TraceListing listing);
}
