using TorchSharp.Kernels;

namespace TorchSharp.Managed.Tests.Kernels;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(7, 100)]
    [InlineData(1000, 1)]
    [InlineData(100_003, 17)]
    public void Every_index_is_done_once(int count, int grain)
    {
        int[] done = new int[count];
        Workers.For(count, grain, (from, to) =>
        {
            for (nint index = from; index < to; index++)
            {
                Interlocked.Increment(ref done[index]);
            }
        });
        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Work_below_the_grain_stays_on_the_caller()
    {
        int caller = Environment.CurrentManagedThreadId;
        Workers.For(64, 64, (_, _) => Assert.Equal(caller, Environment.CurrentManagedThreadId));
    }

    [Fact]
    public void Nested_work_stays_on_its_thread()
        => Workers.For(8, 1, (_, _) =>
        {
            int own = Environment.CurrentManagedThreadId;
            Assert.Equal(1, Workers.Available);
            Workers.For(1000, 1, (_, _) => Assert.Equal(own, Environment.CurrentManagedThreadId));
        });

    [Fact]
    public void An_exception_reaches_the_caller_and_the_workers_live_on()
    {
        for (int round = 0; round < 20; round++)
        {
            InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(
                () => Workers.For(1000, 1, (from, to) =>
                {
                    if (from <= 500 && 500 < to)
                    {
                        throw new InvalidOperationException("at 500");
                    }
                }));
            Assert.Equal("at 500", thrown.Message);
        }

        long sum = 0;
        Workers.For(1000, 1, (from, to) => Interlocked.Add(ref sum, to - from));
        Assert.Equal(1000, sum);
    }

    [Fact]
    public void Callers_on_many_threads_do_not_disturb_each_other()
        => Parallel.For(0, 8, _ =>
        {
            for (int round = 0; round < 500; round++)
            {
                long sum = 0;
                Workers.For(257, 3, (from, to) =>
                {
                    for (nint index = from; index < to; index++)
                    {
                        Interlocked.Add(ref sum, index);
                    }
                });
                Assert.Equal(257 * 256 / 2, sum);
            }
        });

    [Fact]
    public void Workers_wake_up_after_a_sleep()
    {
        for (int round = 0; round < 5; round++)
        {
            Thread.Sleep(20);
            long sum = 0;
            Workers.For(10_000, 1, (from, to) => Interlocked.Add(ref sum, to - from));
            Assert.Equal(10_000, sum);
        }
    }

    [Fact]
    public void A_thread_count_below_one_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Workers.ThreadCount = 0);
}
