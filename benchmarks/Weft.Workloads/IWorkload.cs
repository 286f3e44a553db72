namespace Workloads;

/// <summary>A piece of ordinary C# that is compiled unwoven and woven, and compared.</summary>
public interface IWorkload
{
    /// <summary>The scenario's name on the command line.</summary>
    string Name { get; }

    /// <summary>Records that one run works on; what "ns per record" divides by.</summary>
    long Records { get; }

    /// <summary>Does the work once; the result is equal in every build.</summary>
    object Run();
}
