using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The engine's threads. One job runs at a time; the caller takes part in it and waits only for workers that have
/// actually joined, so a worker that the system has not scheduled yet never delays anybody.
/// </summary>
internal static unsafe class Workers
{
    private const int Open = 1 << 30;

    /// <summary>Rounds of waiting in a loop (some tens of microseconds) before a thread goes to sleep.</summary>
    private const int SpinRounds = 400;

    private static readonly object StartLock = new();
    private static readonly SemaphoreSlim Wake = new(0);
    private static readonly object Done = new();

    [ThreadStatic]
    private static bool insideJob;

    private static int threadCount = Environment.ProcessorCount;
    private static int started;
    private static int sleeping;
    private static int busy;

    // The current job. Written by its caller before the gate opens, read by workers after they have entered.
    private static int gate;
    private static int generation;
    private static int callerSleeps;
    private static int joinLimit;
    private static long next;
    private static long total;
    private static long leastChunk;
    private static int sharers;
    private static void* job;
    private static delegate*<void*, nint, nint, void> run;
    private static Exception? failure;

    /// <summary>Threads that take part in a job, the caller's included.</summary>
    public static int ThreadCount
    {
        get => Volatile.Read(ref threadCount);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            Volatile.Write(ref threadCount, value);
        }
    }

    /// <summary>Threads that a job started here and now could use: 1 inside another job.</summary>
    public static int Available => insideJob ? 1 : ThreadCount;

    /// <summary>Runs <paramref name="body"/> over [0, count) in pieces of at least <paramref name="grain"/> indices.</summary>
    public static void For(nint count, nint grain, Action<nint, nint> body) => For(count, grain, new ActionJob(body));

    /// <summary>Runs <paramref name="work"/> over [0, count) in pieces of at least <paramref name="grain"/> indices.</summary>
    public static void For<TJob>(nint count, nint grain, TJob work)
        where TJob : struct, IRangeJob
    {
        if (count <= 0)
        {
            return;
        }

        grain = grain < 1 ? 1 : grain;
        int threads = ThreadCount;
        if (count <= grain || threads == 1 || insideJob || Interlocked.CompareExchange(ref busy, 1, 0) != 0)
        {
            work.Run(0, count);
            return;
        }

        try
        {
            leastChunk = grain;
            sharers = threads * 2;
            total = count;
            next = 0;
            job = Unsafe.AsPointer(ref work);
            run = &Invoke<TJob>;
            joinLimit = threads - 1;
            failure = null;
            EnsureStarted(threads - 1);
            Share((int)Math.Min(threads - 1, ((count + grain - 1) / grain) - 1));
            if (failure is { } thrown)
            {
                failure = null;
                ExceptionDispatchInfo.Capture(thrown).Throw();
            }
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    private static void Invoke<TJob>(void* work, nint from, nint to)
        where TJob : struct, IRangeJob
        => Unsafe.AsRef<TJob>(work).Run(from, to);

    private static void Share(int helpers)
    {
        Interlocked.Increment(ref generation);
        Interlocked.Exchange(ref gate, Open);
        int asleep = Volatile.Read(ref sleeping);
        if (asleep > 0)
        {
            Wake.Release(Math.Min(asleep, helpers));
        }

        TakeChunks();
        Interlocked.And(ref gate, ~Open);
        for (int round = 0; Volatile.Read(ref gate) != 0; round++)
        {
            if (round < SpinRounds)
            {
                Thread.SpinWait(1);
                continue;
            }

            Interlocked.Exchange(ref callerSleeps, 1);
            lock (Done)
            {
                while (Volatile.Read(ref gate) != 0)
                {
                    Monitor.Wait(Done);
                }
            }

            Volatile.Write(ref callerSleeps, 0);
        }
    }

    private static void TakeChunks()
    {
        insideJob = true;
        try
        {
            while (true)
            {
                // Large pieces first, small ones at the end, so that all threads finish together.
                long from = Volatile.Read(ref next);
                if (from >= total)
                {
                    return;
                }

                long to = Math.Min(total, from + Math.Max(leastChunk, (total - from) / sharers));
                if (Interlocked.CompareExchange(ref next, to, from) == from)
                {
                    run(job, (nint)from, (nint)to);
                }
            }
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref failure, exception, null);
            Interlocked.Exchange(ref next, total);
        }
        finally
        {
            insideJob = false;
        }
    }

    private static void EnsureStarted(int count)
    {
        if (Volatile.Read(ref started) >= count)
        {
            return;
        }

        lock (StartLock)
        {
            for (int index = started; index < count; index++)
            {
                new Thread(Work) { IsBackground = true, Name = $"TorchSharp worker {index + 1}" }.Start();
            }

            Volatile.Write(ref started, Math.Max(started, count));
        }
    }

    private static void Work()
    {
        int seen = 0;
        while (true)
        {
            AwaitJob(seen);
            seen = Volatile.Read(ref generation);
            if (!TryEnter())
            {
                continue;
            }

            TakeChunks();
            if (Interlocked.Decrement(ref gate) == 0 && Volatile.Read(ref callerSleeps) != 0)
            {
                lock (Done)
                {
                    Monitor.PulseAll(Done);
                }
            }
        }
    }

    private static void AwaitJob(int seen)
    {
        for (int round = 0; round < SpinRounds; round++)
        {
            if (Volatile.Read(ref generation) != seen)
            {
                return;
            }

            Thread.SpinWait(1);
        }

        Interlocked.Increment(ref sleeping);
        if (Volatile.Read(ref generation) == seen)
        {
            Wake.Wait();
        }

        Interlocked.Decrement(ref sleeping);
    }

    private static bool TryEnter()
    {
        int value = Volatile.Read(ref gate);
        while ((value & Open) != 0 && (value & ~Open) < joinLimit)
        {
            int before = Interlocked.CompareExchange(ref gate, value + 1, value);
            if (before == value)
            {
                return true;
            }

            value = before;
        }

        return false;
    }
}
