@echo off
rem LeNet Lab's launcher for Windows. UNTESTED: nobody has run it on Windows yet.
rem It builds on first use only: after a change of the sources, delete src\target\lenet and plugins\nd4j.
setlocal EnableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "installed=%home%\src\target\lenet"

set "jdk="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined jdk for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do if not defined jdk call :consider "%%~d"
if not defined jdk (
  echo lenet: needs a JDK 25 or newer: install one from https://adoptium.net or point JAVA_HOME at it 1>&2
  exit /b 3
)

if not exist "%installed%\lib" (
  where mvn >nul 2>nul || (
    echo lenet: needs Maven to build itself: https://maven.apache.org/install.html 1>&2
    exit /b 3
  )
  echo building LeNet Lab ^(first use, about a minute^) 1>&2
  set "JAVA_HOME=%jdk%"
  call mvn -q -B -f "%home%\pom.xml" -Dquick -pl src -am package 1>&2 || (
    echo lenet: the build failed 1>&2
    exit /b 3
  )
  mkdir "%installed%\building"
  copy /y "%home%\src\target\quick\lenet-*.jar" "%installed%\building" >nul
  copy /y "%home%\src\target\quick\lib\*.jar" "%installed%\building" >nul
  move "%installed%\building" "%installed%\lib" >nul
)

if "%~1"=="--install" goto install

set "classpath=%installed%\lib\*;%home%\plugins\*"
for /d %%d in ("%home%\plugins\*") do set "classpath=!classpath!;%%~d\*"

"%jdk%\bin\java" "@%home%\jvm.options" "-Dlenet.home=%home%" "-Dlenet.build=current" -cp "%classpath%" org.lenetlab.app.Main %*
exit /b %errorlevel%

:install
set "module="
for /d %%m in ("%home%\modules\*-%~2") do set "module=%%~nxm"
if not defined module (
  echo there is no extension '%~2'
  exit /b 3
)
set "plugin=%home%\plugins\%~2"
echo installing the extension %~2 ^(its libraries are fetched on first use^) 1>&2
set "JAVA_HOME=%jdk%"
call mvn -q -B -f "%home%\pom.xml" -Dquick -pl modules/%module% -am package 1>&2 || (
  echo the build of the extension %~2 failed
  exit /b 3
)
mkdir "%plugin%\lib" "%plugin%\current"
copy /y "%home%\modules\%module%\target\quick\lenet-*.jar" "%plugin%\current" >nul
copy /y "%home%\modules\%module%\target\quick\lib\*.jar" "%plugin%\lib" >nul
dir /b "%plugin%\lib" >"%plugin%\current\libraries"
exit /b 0

:consider
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do (
  for /f "delims=.-+" %%m in ("%%~v") do if %%m GEQ 25 set "jdk=%~1"
)
exit /b
