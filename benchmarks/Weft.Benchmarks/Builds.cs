extern alias Activities;
extern alias NoOp;
extern alias Off;
extern alias Unwoven;
extern alias Woven;
using Workloads;

namespace Weft.Benchmarks;

/// <summary>The builds of the workloads.</summary>
internal static class Builds
{
    /// <summary>The modes that are compared with the unwoven build, as they are called on the command line.</summary>
    internal static readonly IReadOnlyList<string> Modes = ["record", "noop", "off", "activity"];

    /// <summary>The workloads of the baseline.</summary>
    internal static IReadOnlyList<IWorkload> CreateUnwoven(WorkloadInputs inputs) => Unwoven::Workloads.WorkloadSet.Create(inputs);

    /// <summary>The workloads as built for a mode.</summary>
    internal static IReadOnlyList<IWorkload> Create(string mode, WorkloadInputs inputs) => mode switch
    {
        "record" => Woven::Workloads.WorkloadSet.Create(inputs),
        "noop" => NoOp::Workloads.WorkloadSet.Create(inputs),
        "off" => Off::Workloads.WorkloadSet.Create(inputs),
        "activity" => Activities::Workloads.WorkloadSet.Create(inputs),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a mode."),
    };
}
