namespace Weft.Package.Tests;

/// <summary>Proves that a program whose methods the runtime makes asynchronous, and not the compiler, runs woven with its lineage exact over awaits, and that its units wait and go on where it does.</summary>
public sealed class RuntimeAsyncTests
{
    private const string Program = """
        using System.Threading.Channels;
        using Weft;

        int[] numbers = [3, 1, 2];
        List<int> large = numbers.Where(number => number > 1).ToList();
        var looped = new List<string>();
        foreach (int number in large) { await Task.Delay(1); looped.Add("n" + number); }
        Channel<int> channel = Channel.CreateUnbounded<int>();
        Task writing = Task.Run(async () => { foreach (int number in large) { await Task.Delay(1); await channel.Writer.WriteAsync(number); } channel.Writer.Complete(); });
        var taken = new List<int>();
        while (await channel.Reader.WaitToReadAsync()) { int number = await channel.Reader.ReadAsync(); await Task.Yield(); taken.Add(number); }
        await writing;
        var kept = new List<int>();
        foreach (int number in large) await Keep(number);
        async Task Keep(int number) { await Task.Yield(); kept.Add(number); }
        Console.WriteLine($"{looped[1]} {taken[1]} {kept[1]} {Names(Lineage.Of(looped, 1))} {Names(Lineage.Of(taken, 1))} {Names(Lineage.Of(kept, 1))}");
        using (ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "unit"))
        {
            long before = scope.Unit.LastEvent.Number;
            for (int i = 0; i < 5; i++) await Wait(i);
            scope.Unit.Annotate("done", 1);
            Console.WriteLine($"{ReferenceEquals(scope.Unit, ExecutionUnit.Current)} {scope.Unit.IsShared} {scope.Unit.LastEvent.Number - before}");
        }
        async Task<int> Wait(int number) { await Task.Delay(2); return number; }
        bool Names(LineageRecord lineage) => lineage.Why().ToString().Contains("numbers[2]") && !lineage.Why().ToString().Contains("incomplete");
        Console.WriteLine(typeof(Program).Assembly.GetTypes().Any(type => type.Name.Contains(">d")) ? "by the compiler" : "by the runtime");
        """;

    [Theory]
    [InlineData("Debug")]
    [InlineData("Release")]
    public void Run_MethodsThatTheRuntimeMakesAsynchronous_KeepLineageAndUnits(string configuration)
    {
        const string Properties = "<EnablePreviewFeatures>true</EnablePreviewFeatures><Features>$(Features);runtime-async=on</Features><NoWarn>$(NoWarn);SYSLIB5007</NoWarn>";
        Consumer consumer = Consumer.Create(Program, Consumer.PackageReference, Properties);
        consumer.Build("-p:Configuration=" + configuration);
        string assembly = consumer.OutputAssembly.Replace("Debug", configuration, StringComparison.Ordinal);
        CommandResult run = consumer.Command([assembly], ("WEFT_DIR", "recordings"), ("DOTNET_RuntimeAsync", "1")).Succeeded();
        // Each pass waits once: a wait and a resume, for a chain of two methods; the annotation is one more.
        Assert.Equal("n2 2 2 True True True\nTrue False 11\nby the runtime\n", run.Output.ReplaceLineEndings("\n"));
    }
}
