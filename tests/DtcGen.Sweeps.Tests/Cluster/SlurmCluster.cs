using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace DtcGen.Sweeps.Tests;

/// <summary>Slurm on this machine: munged, slurmctld, slurmd with files and ports of their own, in a folder that goes away.</summary>
[SupportedOSPlatform("linux")]
internal sealed class SlurmCluster : IDisposable
{
    /// <summary>A limit that makes one array of 24 cells three.</summary>
    public const int ArraySize = 11;

    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("slurm-").FullName;
    private readonly string _host = Dns.GetHostName().Split('.')[0];
    private readonly List<Process> _daemons = [];
    private Process _controller;

    public SlurmCluster()
    {
        // munged insists on its files being its user's alone, and its socket being in reach.
        File.SetUnixFileMode(_folder, Own | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        foreach (var name in (string[])["key", "state", "spool"])
        {
            Directory.CreateDirectory(At(name), Own);
        }

        Directory.CreateDirectory(At("run"), Own | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        File.WriteAllBytes(At("key/munge.key"), RandomNumberGenerator.GetBytes(1024));
        File.SetUnixFileMode(At("key/munge.key"), UnixFileMode.UserRead);
        File.WriteAllText(Configuration, string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=sweeps
            SlurmctldHost={_host}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            AuthType=auth/munge
            AuthInfo=socket={At("run/munge.socket")}
            CredType=cred/munge
            SlurmUser=root
            SlurmdUser=root
            StateSaveLocation={At("state")}
            SlurmdSpoolDir={At("spool")}
            SlurmctldPidFile={At("run/slurmctld.pid")}
            SlurmdPidFile={At("run/slurmd.pid")}
            SlurmdParameters=config_overrides
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SwitchType=switch/none
            MpiDefault=none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0
            ReturnToService=2
            MaxArraySize={ArraySize}
            NodeName={_host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=1000 State=UNKNOWN
            PartitionName=short Nodes={_host} Default=YES MaxTime=10 State=UP

            """));
        _daemons.Add(Start(
            "munged",
            "--foreground",
            "--force",
            $"--socket={At("run/munge.socket")}",
            $"--key-file={At("key/munge.key")}",
            $"--pid-file={At("run/munged.pid")}",
            $"--log-file={At("run/munged.log")}",
            $"--seed-file={At("run/munged.seed")}"));
        while (!File.Exists(At("run/munge.socket")) && !_daemons[0].HasExited)
        {
            Thread.Sleep(20);
        }

        _controller = StartController();
        _daemons.Add(Start("slurmd", "-D", "-N", _host));
    }

    /// <summary>Slurm's configuration.</summary>
    public string Configuration => At("slurm.conf");

    /// <summary>What the daemons have said.</summary>
    public string Log => string.Join('\n', Directory.GetFiles(_folder, "*.log").Select(File.ReadAllText));

    /// <summary>
    /// Stops the controller and starts it again after a while. It is not killed: one that is forgets what it was told in its last seconds,
    /// starts tasks a second time that run, and takes its node out of service over that ("Duplicate jobid").
    /// </summary>
    public void RestartController()
    {
        ToyProcess.Signal(_controller.Id, ToyProcess.Terminate);
        _controller.WaitForExit();
        Thread.Sleep(1500);
        _controller = StartController();
    }

    /// <summary>Runs one of Slurm's programs.</summary>
    public string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(Begin(program, arguments, redirects: true))!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    public void Dispose()
    {
        Run("scancel", "--user=root", "--full", "--signal=KILL");
        foreach (var process in Enumerable.Reverse(_daemons).Append(_controller))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process StartController() => Start("slurmctld", "-D", "-L", At("slurmctld.log"));

    private string At(string name) => Path.Combine(_folder, name);

    private Process Start(string program, params string[] arguments) => Process.Start(Begin(program, arguments, redirects: false))!;

    private ProcessStartInfo Begin(string program, string[] arguments, bool redirects)
    {
        // Into nothing: a pipe that nobody reads would fill.
        var start = redirects
            ? new ProcessStartInfo(SlurmFactAttribute.Find(program)!) { RedirectStandardOutput = true, RedirectStandardError = true }
            : new ProcessStartInfo("/bin/sh");
        foreach (var argument in redirects ? arguments : ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", SlurmFactAttribute.Find(program)!, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SLURM_CONF"] = Configuration;
        return start;
    }
}
