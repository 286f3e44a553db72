using Weft.Store;

namespace Weft.Tool.Rendering;

/// <summary>Prints answers in one form.</summary>
internal interface IRenderer
{
    /// <summary>Prints the runs of a folder.</summary>
    void Print(Listing listing);

    /// <summary>Prints why a record is there.</summary>
    void Print(WhyAnswer answer);

    /// <summary>Prints where an input went.</summary>
    void Print(ImpactAnswer answer);
}
