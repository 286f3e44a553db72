// Proves that work that is run in a unit of its own goes on from its cause, has its unit open until it is done, and leaves the caller's unit the current one.
namespace Weft.Tests.Events;

public sealed class ExecutionUnitRunAsyncTests
{
    [Fact]
    public async Task RunAsync_OfWorkThatAwaits_KeepsItsUnitOpenUntilItIsDone()
    {
        using ExecutionUnitScope outer = ExecutionUnit.Start(ExecutionUnitKind.Process, "outer");
        var gate = new TaskCompletionSource();
        ExecutionUnit? seen = null;

        Task<int> running = ExecutionUnit.RunAsync(ExecutionUnitKind.Task, "work", async unit =>
        {
            seen = unit;
            Assert.Same(unit, ExecutionUnit.Current);
            await gate.Task;
            Assert.Same(unit, ExecutionUnit.Current);
            return 7;
        }, outer.Unit.Context);

        Assert.Same(outer.Unit, ExecutionUnit.Current);
        Assert.False(seen!.IsCompleted);
        Assert.Equal(outer.Unit.Trace, seen.Trace);
        gate.SetResult();
        Assert.Equal(7, await running);
        Assert.True(seen.IsCompleted);
    }

    [Fact]
    public async Task RunAsync_OfWorkThatThrowsAtOnce_PutsItIntoTheTaskAndEndsTheUnit()
    {
        ExecutionUnit? seen = null;
        Task failed = ExecutionUnit.RunAsync(ExecutionUnitKind.Task, "work", unit =>
        {
            seen = unit;
            throw new InvalidOperationException("at once");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => failed);
        Assert.True(seen!.IsCompleted);
    }

    [Fact]
    public void RunAsync_WithoutNameOrWork_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => { _ = ExecutionUnit.RunAsync(ExecutionUnitKind.Task, null!, _ => Task.CompletedTask); });
        Assert.Throws<ArgumentNullException>(() => { _ = ExecutionUnit.RunAsync(ExecutionUnitKind.Task, "work", null!); });
        Assert.Throws<ArgumentNullException>(() => Lineage.Detach(null!));
    }
}
