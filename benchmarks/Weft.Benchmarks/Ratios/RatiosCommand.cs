using System.CommandLine;
using System.Text.Json;
using Workloads;

namespace Weft.Benchmarks.Ratios;

/// <summary>The command line of the paired runner.</summary>
// Each scenario is measured in each mode in a process of its own, so that the garbage, the profile and the recording of one do not weigh on the
// next; within the process both builds run in turn. `measure` is what such a process is started with.
internal static class RatiosCommand
{
    private const int DefaultPairs = 42;
    private const int DefaultProcesses = 3;
    private static readonly string[] _scenarios = ["linear", "tolist", "etl", "reachability", "forkjoin", "toarray", "orderby", "groupby", "join", "distinct", "aggregate", "iterator", "async", "plinq", "channel", "asyncchain", "asyncsync", "lock", "dataflow", "small", "queues"];

    internal static RootCommand Create()
    {
        var scenarios = new Option<string[]>("--scenario") { Description = "Only this scenario; may be repeated." };
        scenarios.AcceptOnlyFromAmong(_scenarios);
        var modes = new Option<string[]>("--mode") { Description = "Only this mode; may be repeated." };
        modes.AcceptOnlyFromAmong([.. Builds.Modes]);
        var edges = new Option<FileInfo>("--edges") { Description = "The graph for reachability: a file with an edge a line, two node numbers. Default: a generated graph of 10,000 nodes and 55,000 edges." };
        edges.AcceptExistingOnly();
        var pairs = new Option<int>("--pairs")
        {
            Description = $"How many times both builds are timed, in turn; of the mode activity at most {RatiosRunner.ActivityPairs}.",
            DefaultValueFactory = _ => DefaultPairs,
        };
        pairs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--pairs takes a number from 1 on.");
        });
        var processes = new Option<int>("--processes")
        {
            Description = "In how many processes, one after the other, the pairs are timed: what the JIT makes of a workload differs from one to the next. Of the mode activity in one.",
            DefaultValueFactory = _ => DefaultProcesses,
        };
        processes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--processes takes a number from 1 on.");
        });
        var json = new Option<FileInfo>("--json") { Description = "Writes the figures to this file too." };

        var ratios = new Command("ratios", "Times each workload woven and unwoven in turn in one process and prints the ratios. Exit code 1: results differed or lineage was dropped.")
        {
            scenarios, modes, edges, pairs, processes, json,
        };
        ratios.SetAction(parsed =>
        {
            var plan = new RatiosPlan(
                OrAll(parsed.GetValue(scenarios), _scenarios), OrAll(parsed.GetValue(modes), Builds.Modes), parsed.GetValue(edges)?.FullName, parsed.GetValue(pairs),
                parsed.GetValue(processes));
            return RatiosRunner.Run(plan, parsed.GetValue(json)?.FullName);
        });

        var measure = new Command("measure", "One scenario in one mode; prints the figures as JSON.") { scenarios, modes, edges, pairs };
        measure.Hidden = true;
        measure.SetAction(parsed => Measure(parsed.GetValue(scenarios)!.Single(), parsed.GetValue(modes)!.Single(), parsed.GetValue(edges)?.FullName, parsed.GetValue(pairs)));

        return new RootCommand("Benchmarks of Weft. Without a command: BenchmarkDotNet's suite and options.") { ratios, measure, Soaking.SoakCommand.Create() };
    }

    private static IReadOnlyList<string> OrAll(string[]? chosen, IReadOnlyList<string> all) => chosen is { Length: > 0 } ? [.. all.Where(chosen.Contains)] : all;

    private static int Measure(string scenario, string mode, string? edges, int pairs)
    {
        WorkloadInputs inputs = WorkloadInputs.Create(edges);
        ProcessMeasurement measured = PairedTiming.Measure(
            mode, Find(Builds.CreateUnwoven(inputs)), Find(Builds.Create(mode, inputs)), pairs,
            progress => ShowProgress($"{scenario} {mode}: {progress}"));
        if (!Console.IsErrorRedirected) Console.Error.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(measured));
        return 0;

        static void ShowProgress(string text)
        {
            if (Console.IsErrorRedirected) Console.Error.WriteLine(text);
            else Console.Error.Write($"\r{text}    ");
        }

        IWorkload Find(IReadOnlyList<IWorkload> workloads) => workloads.Single(workload => workload.Name == scenario);
    }
}
